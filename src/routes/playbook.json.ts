import type { APIRoute } from 'astro';
import { getPlaybook } from '~/components/page.ts';
import { publish } from '~/model/published.ts';

export const GET: APIRoute = async () => Response.json(publish(await getPlaybook()));
