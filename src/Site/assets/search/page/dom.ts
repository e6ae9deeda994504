/** An element with properties, `data-` and `aria-` attributes and children; text is always text, never markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name, properties: Partial<HTMLElementTagNameMap[Name]> = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export const find = <T extends Element>(selector: string, within: ParentNode = document) => within.querySelector<T>(selector);

/** A button that does something and is no form's. */
export function button(label: string | Node, action: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button' }, label);
  made.addEventListener('click', action);
  return made;
}

/** From the page to the root of the site. */
export const root = document.body.dataset['root'] ?? '';

export const searchPage = (query: string) => `${root}search.html?q=${encodeURIComponent(query)}`;

export const count = (number: number, one: string, many: string) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
