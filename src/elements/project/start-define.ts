import { PbStartElement } from './start.ts';

customElements.define('pb-start', PbStartElement);
