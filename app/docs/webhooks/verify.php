<?php
// Verifies a call of a batch's webhook (Standard Webhooks 1.0).
// As a program: php verify.php SECRET ID TIMESTAMP SIGNATURES < BODY ends with 0 where the call is genuine.

/** Whether one of the signatures, `v1,...` with spaces between, is that of the call. */
function verify_webhook(string $secret, string $id, string $timestamp, string $signatures, string $body, int $tolerance = 300): bool
{
    if (abs(time() - (int) $timestamp) > $tolerance) {
        return false;
    }
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    foreach (explode(' ', $signatures) as $each) {
        if (hash_equals($expected, $each)) {
            return true;
        }
    }
    return false;
}

if (PHP_SAPI === 'cli' && realpath($argv[0]) === __FILE__) {
    exit(verify_webhook($argv[1], $argv[2], $argv[3], $argv[4], file_get_contents('php://stdin')) ? 0 : 1);
}
