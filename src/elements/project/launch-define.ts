import { PbLaunchElement } from './launch.ts';

customElements.define('pb-launch', PbLaunchElement);
