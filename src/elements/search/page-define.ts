import { PbSearchPageElement } from './search-page.ts';

customElements.define('pb-search-page', PbSearchPageElement);
