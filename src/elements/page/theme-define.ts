import { PbThemeElement } from './theme.ts';

customElements.define('pb-theme', PbThemeElement);
