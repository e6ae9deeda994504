import { after } from 'node:test';
import { close } from './site.mjs';
import './pages.mjs';
import './reading.mjs';
import './keyboard.mjs';
import './accessibility.mjs';
import './implementation.mjs';
import './search-engine.mjs';
import './search-page.mjs';
import './server.mjs';

after(close);
