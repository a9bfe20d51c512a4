<?php
// Signed and sealed addresses of Nameplate in PHP 8, as ../signing.md specifies them.
declare(strict_types=1);

/** HKDF-SHA-256 (RFC 5869) without salt, 32 bytes. */
function derive(string $secret, string $use): string
{
    return hash_hkdf('sha256', $secret, 32, $use);
}

function netstrings(array $texts): string
{
    return implode('', array_map(fn ($text) => strlen($text) . ":$text,", $texts));
}

function base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function canonical(string $keyId, array $order): string
{
    $format = $order['format'] === 'jpeg' ? 'jpg' : $order['format'];
    $names = implode(',', array_column($order['locked'], 0));
    $version = $order['version'] ?? '';
    return netstrings([
        $version === '' ? 'nameplate-url-1' : 'nameplate-url-2', $keyId, $order['template'], $format,
        $order['scale'], $order['expires'], $names, implode(',', $order['open']), $order['sealed'],
        ...($version === '' ? [] : [$version]), ...array_column($order['locked'], 1),
    ]);
}

function signed_url(string $keyId, string $secret, array $order): string
{
    $mac = hash_hmac('sha256', canonical($keyId, $order), derive($secret, 'nameplate _sig 1'), true);
    $version = $order['version'] ?? '';
    $query = $version === '' ? [] : ["_v=$version"];
    foreach ($order['locked'] as [$name, $value]) {
        $query[] = rawurlencode($name) . '=' . rawurlencode($value);
    }
    $controls = [
        '_x' => $order['sealed'],
        '_lock' => implode(',', array_column($order['locked'], 0)),
        '_open' => implode(',', $order['open']),
        '_exp' => $order['expires'],
        '_sig' => $keyId . '.' . base64url(substr($mac, 0, 16)),
    ];
    foreach ($controls as $name => $value) {
        if ($value !== '') {
            $query[] = "$name=$value";
        }
    }
    $scale = $order['scale'] === '1' ? '' : "@{$order['scale']}x";
    $ending = $order['format'] === '' ? '' : ".{$order['format']}";
    return "/i/{$order['template']}$scale$ending?" . implode('&', $query);
}

/** Needs the extension openssl. */
function sealed(string $keyId, string $secret, string $template, array $values, string $expires = ''): string
{
    $plain = netstrings([$expires, ...array_merge(...$values)]);
    $bound = netstrings(['nameplate-x-1', $keyId, $template]);
    $nonce = substr(hash_hmac('sha256', $bound . $plain, derive($secret, 'nameplate _x nonce 1'), true), 0, 12);
    $key = derive($secret, 'nameplate _x 1');
    $box = openssl_encrypt($plain, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag, $bound);
    return $keyId . '.' . base64url($nonce . $box . $tag);
}

/** Runs the vectors, and ends with status 1 where one comes out otherwise. */
function check(string $file): never
{
    $vectors = json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
    $right = 0;
    foreach ($vectors['signed'] as $vector) {
        $key = $vector['key'];
        $right += (int) (canonical($key, $vector['order']) === $vector['canonical']);
        $right += (int) (signed_url($key, $vectors['keys'][$key], $vector['order']) === $vector['url']);
    }
    $expected = 2 * count($vectors['signed']);
    foreach (extension_loaded('openssl') ? $vectors['sealed'] : [] as $vector) {
        $key = $vector['key'];
        $text = sealed($key, $vectors['keys'][$key], $vector['template'], $vector['values'], $vector['expires']);
        $right += (int) ($text === $vector['x']);
        $expected++;
    }
    echo extension_loaded('openssl') ? '' : "sealing was not tried: the extension openssl is not installed\n";
    echo "$right of $expected are right\n";
    exit($right === $expected ? 0 : 1);
}

if (isset($argv[1]) && realpath($argv[0]) === __FILE__) {
    check($argv[1]);
}
