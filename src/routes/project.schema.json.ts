import type { APIRoute } from 'astro';
import { projectSchema } from '~/progress/file-schema.ts';

export const GET: APIRoute = () => Response.json(projectSchema);
