import { Hono } from "hono";
import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "../shop.js";

const app = new Hono();

app.post("/", async (context) => context.json(await shop({ Iyzico, exchange, sign }, await context.req.json())));

export default app;
