import { PbSearchElement } from './search.ts';

customElements.define('pb-search', PbSearchElement);
