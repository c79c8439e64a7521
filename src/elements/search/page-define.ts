import { PbSearchPageElement } from './page.ts';

customElements.define('pb-search-page', PbSearchPageElement);
