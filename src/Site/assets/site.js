(() => {
  'use strict';
  const root = document.body.dataset.root;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  for (const element of all('.script-only, .table-controls')) element.hidden = false;

  // Theme: as the system, light, dark.
  const themes = ['auto', 'light', 'dark'];
  const toggle = document.querySelector('[data-theme-toggle]');
  const current = () => document.documentElement.dataset.theme ?? 'auto';
  const name = () => { toggle.textContent = `Theme: ${current()}`; };
  const nextTheme = () => {
    const theme = themes[(themes.indexOf(current()) + 1) % themes.length];
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try { localStorage.setItem('lectern-theme', theme); } catch { /* kept for this page only */ }
    name();
  };
  toggle.addEventListener('click', nextTheme);
  name();

  // Filter: every word must stand in the row.
  for (const field of all('[data-filter]')) {
    const body = document.getElementById(field.dataset.filter).tBodies[0];
    const count = document.querySelector(`[data-count="${field.dataset.filter}"]`);
    let rows = null;
    const apply = () => {
      rows ??= [...body.rows].map(row => [row, row.textContent.toLowerCase()]);
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [row, text] of rows) {
        const hit = words.every(word => text.includes(word));
        row.hidden = !hit;
        if (hit) shown++;
      }
      count.textContent = words.length ? `${shown} of ${rows.length}` : '';
    };
    field.addEventListener('input', apply);
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
      field.value = asked;
      apply();
    }
  }

  // Sort: the head cell becomes a button; a second press turns the order around.
  for (const head of all('th[data-sort]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const body = head.closest('table').tBodies[0];
      const column = head.cellIndex;
      const number = head.dataset.sort === 'number';
      const key = row => number ? Number(row.cells[column].textContent) || 0 : row.cells[column].textContent.trim().toLowerCase();
      const keyed = [...body.rows].map(row => [key(row), row]);
      const compare = number ? (a, b) => a - b : (a, b) => (a === '') - (b === '') || (a < b ? -1 : a > b ? 1 : 0);
      keyed.sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0]));
      body.append(...keyed.map(pair => pair[1]));
    });
  }

  // Copy.
  const copied = async (button, text) => {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = label; }, 1500);
  };
  for (const button of all('[data-copy]'))
    button.addEventListener('click', () => copied(button, document.getElementById(button.dataset.copy).textContent));
  for (const button of all('[data-copy-link]'))
    button.addEventListener('click', () => copied(button, document.querySelector('link[rel=canonical]')?.href ?? location.href));

  // A formula and the code that computes it light each other up.
  const formulas = new Map();
  for (const code of all('[data-formula]')) {
    const formula = document.getElementById(code.dataset.formula);
    if (formula) formulas.set(formula, [...(formulas.get(formula) ?? [formula]), code]);
  }
  for (const joined of formulas.values()) {
    const light = on => () => joined.forEach(element => element.classList.toggle('lit', on));
    for (const element of joined) {
      for (const begin of ['mouseenter', 'focusin']) element.addEventListener(begin, light(true));
      for (const end of ['mouseleave', 'focusout']) element.addEventListener(end, light(false));
    }
  }

  // A link into something that is closed opens it.
  const reveal = () => {
    const closed = location.hash.length > 1 ? document.getElementById(location.hash.slice(1))?.closest('details') : null;
    if (closed) closed.open = true;
  };
  window.addEventListener('hashchange', reveal);
  reveal();

  // Keys.
  const keys = document.getElementById('keys');
  for (const button of all('[data-keys]')) button.addEventListener('click', () => keys.showModal());

  const places = { h: '', p: 'papers/', n: 'notes/', l: 'lists/', t: 'tags/', a: 'authors/', y: 'years/', r: 'timeline/' };
  const find = () => {
    const field = document.querySelector('[data-focus], [data-filter]');
    if (field) {
      field.focus();
      field.select();
    } else if (document.dispatchEvent(new Event('lectern-find', { cancelable: true }))) {
      location.href = `${root}papers/index.html`;
    }
  };
  const step = by => {
    const links = all('[data-list] tbody tr:not([hidden]) th a, [data-list] > li > a:first-child');
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement);
    const next = links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  const actions = { '/': find, '?': () => keys.showModal(), j: () => step(1), k: () => step(-1), d: nextTheme };

  let going = 0;
  document.addEventListener('keydown', event => {
    const writing = event.target.matches?.('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && writing) event.target.blur();
    if (writing || keys.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (going && event.timeStamp - going < 1500 && event.key in places) {
      event.preventDefault();
      location.href = `${root}${places[event.key]}index.html`;
      return;
    }
    going = event.key === 'g' ? event.timeStamp : 0;
    if (event.key in actions) {
      event.preventDefault();
      actions[event.key]();
    }
  });
})();
