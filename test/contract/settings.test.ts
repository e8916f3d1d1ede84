import { describe, expect, test } from "@jest/globals";
import { parseSettings } from "../../src/contract/settings.ts";

const addinId = "5d1c7a90-4b2e-4f6d-8a13-9e0f2c6b7d48";

test("a site that names its add-in alone works with Office.js and asks for the usual scopes", () => {
  expect(parseSettings({ addinId })).toMatchObject({
    ok: true,
    value: { addinId, graphScopes: ["User.Read", "Mail.ReadWrite"] },
  });
});

test("fields that nobody knows are left out", () => {
  const read = parseSettings({ addinId, service: "https://reply.elmbend.example", colour: "blue" });
  expect(read).toEqual({
    ok: true,
    value: { addinId, service: "https://reply.elmbend.example", graphScopes: ["User.Read", "Mail.ReadWrite"] },
    warnings: [],
  });
});

test.each([1, 200, 1_000])("a site may ask for pages of %d changes", (graphPageSize) => {
  expect(parseSettings({ addinId, graphPageSize })).toMatchObject({ ok: true, value: { graphPageSize } });
});

describe("what is wrong is said with its field, all of it at once", () => {
  test.each([
    [null, ["addinId"]],
    [[], ["addinId"]],
    ["text", ["addinId"]],
    [{}, ["addinId"]],
    [{ addinId: 1 }, ["addinId"]],
    [{ addinId, service: "reply.elmbend.example" }, ["service"]],
    [{ addinId, graph: "https://" }, ["graph"]],
    [{ addinId, graphScopes: "Mail.Read" }, ["graphScopes"]],
    [{ addinId, graphPageSize: 0 }, ["graphPageSize"]],
    [{ addinId, graphPageSize: 1_001 }, ["graphPageSize"]],
    [{ addinId, graphPageSize: 2.5 }, ["graphPageSize"]],
    [{ addinId, graphPageSize: "200" }, ["graphPageSize"]],
    [
      { service: 1, graphScopes: [1], clientId: null, authority: "/tenant" },
      ["addinId", "authority", "clientId", "graphScopes", "service"],
    ],
  ])("%j", (settings, fields) => {
    const read = parseSettings(settings);
    expect(read.ok ? [] : read.problems.map(({ path }) => path).sort()).toEqual(fields);
  });
});
