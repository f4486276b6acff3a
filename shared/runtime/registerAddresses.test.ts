import { expect, test } from "vitest";
import { registerAddresses } from "./registerAddresses.ts";

test("registers without an address are not fetched, an empty one included", () => {
  expect(registerAddresses({ REGISTER_ADDRESS_GROUPS: "" })).toEqual({ registerAddresses: {} });
  const address = "https://register.example/all{date}.csv";
  expect(registerAddresses({ REGISTER_ADDRESS_ESTABLISHMENTS: address })).toEqual({
    registerAddresses: { establishments: address },
  });
});

test("what is no address is refused by the name it has in the environment", () => {
  for (const wrong of ["somewhere", "ftp://register.example/all.csv"])
    expect(() => registerAddresses({ REGISTER_ADDRESS_SUCCESSIONS: wrong })).toThrow(
      "REGISTER_ADDRESS_SUCCESSIONS",
    );
});
