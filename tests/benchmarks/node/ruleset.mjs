// The shape of a plan, and six rules that can be said in Spectral's own terms.
import { readFileSync } from "node:fs";
import { length, pattern, schema, truthy } from "@stoplight/spectral-functions";

const shape = JSON.parse(readFileSync(process.env.PLAN_SCHEMA, "utf8"));
const rule = (given, then) => ({ given, severity: "error", then });

export default {
  rules: {
    shape: rule("$", { function: schema, functionOptions: { schema: shape, allErrors: true } }),
    "objectives-limit": rule("$.objectives", { function: length, functionOptions: { max: 4 } }),
    "key-results-limit": rule("$.objectives[*].key_results", { function: length, functionOptions: { min: 3, max: 5 } }),
    "key-result-owner": rule("$.objectives[*].key_results[*]", { field: "owner", function: truthy }),
    "objective-owner": rule("$.objectives[*]", { field: "owner", function: truthy }),
    "objective-why": rule("$.objectives[*]", { field: "why", function: truthy }),
    "no-pay": rule("$..title", { function: pattern, functionOptions: { notMatch: "/bonus|salary/i" } }),
  },
};
