import { Duration, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { originSecretHeader } from "../../../shared/runtime/edge.ts";

interface DistributionProps {
  readonly webAcl: CfnWebACL;
  readonly domain: string;
  readonly certificateArn: string;
  readonly apiDomain: string;
  readonly originSecret: string;
}

/** For answers that API Gateway gives by itself: pages and routes send stricter headers, which stay as they are. */
const addSafeHeaders = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, "SafeHeaders", {
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: false,
      },
      contentSecurityPolicy: {
        contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        override: false,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
    },
  });

const originOf = ({ apiDomain, originSecret }: DistributionProps): HttpOrigin =>
  new HttpOrigin(apiDomain, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    customHeaders: { [originSecretHeader]: originSecret },
    // Longer than API Gateway waits for a function, which then gives its own answer.
    readTimeout: Duration.seconds(35),
  });

/** Adds the distribution: everything goes on to the API and nothing is kept, since all that it answers is somebody's own. */
export const addDistribution = (scope: Construct, props: DistributionProps): Distribution => {
  const distribution = new Distribution(scope, "Distribution", {
    comment: "Area Brokerage",
    domainNames: [props.domain],
    certificate: Certificate.fromCertificateArn(scope, "Certificate", props.certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    webAclId: props.webAcl.attrArn,
    defaultBehavior: {
      origin: originOf(props),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // With the Host of the edge API Gateway would not know whose request it is.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: addSafeHeaders(scope),
    },
  });
  Validations.of(distribution).acknowledge(
    {
      id: "AwsSolutions-CFR1",
      reason: "Heads and practitioners also answer from abroad; who may do what is decided by their token.",
    },
    {
      id: "AwsSolutions-CFR3",
      reason:
        "Standard logging (v2) is on, to a log group with chosen fields: the older one, which this rule looks for, " +
        "keeps addresses, paths and cookies of everybody.",
    },
  );
  return distribution;
};
