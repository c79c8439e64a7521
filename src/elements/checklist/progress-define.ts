import { PbProgressElement } from './progress.ts';

customElements.define('pb-progress', PbProgressElement);
