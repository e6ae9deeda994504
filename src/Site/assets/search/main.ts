import { find } from './page/dom.js';
import { startPage } from './page/page.js';
import { startPalette } from './page/palette.js';

startPalette();
const page = find<HTMLElement>('[data-search]');
if (page) {
  find<HTMLElement>('[data-without-search]')!.hidden = true;
  startPage(page);
}
