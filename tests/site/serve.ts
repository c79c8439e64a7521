// `node tests/site/serve.ts [folder] [port] [base path]`: a plain static host for the built site.
import { serve } from './server.ts';

const [folder = 'dist', port = '4329', base = '/'] = process.argv.slice(2);
const { url } = await serve(folder, { port: Number(port), base });
console.log(`${url}${base}`);
