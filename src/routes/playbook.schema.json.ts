import type { APIRoute } from 'astro';
import { getPlaybook } from '~/components/page.ts';
import { publishedSchema } from '~/model/published.ts';

export const GET: APIRoute = async () => Response.json(publishedSchema(await getPlaybook()));
