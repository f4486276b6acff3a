import { awsWorld } from "../../shared/runtime/aws.ts";
import { s3Files } from "../../shared/runtime/s3Files.ts";
import { arrivalsFunction } from "./handler.ts";

export const handler = arrivalsFunction({ ...awsWorld(process.env), ...s3Files(process.env) });
