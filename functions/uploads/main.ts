import { awsWorld } from "../../shared/runtime/aws.ts";
import { s3Addresses } from "../../shared/runtime/s3Addresses.ts";
import { uploadsFunction } from "./handler.ts";

export const handler = uploadsFunction({ ...awsWorld(process.env), ...s3Addresses(process.env) });
