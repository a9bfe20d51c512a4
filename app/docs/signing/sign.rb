# Signed and sealed addresses of Nameplate in Ruby 3, as ../signing.md specifies them.
require "base64"
require "erb"
require "json"
require "openssl"

# HKDF-SHA-256 (RFC 5869) without salt, 32 bytes.
def derive(secret, use)
  OpenSSL::KDF.hkdf(secret, salt: "", info: use, length: 32, hash: "SHA256")
end

def netstrings(texts)
  texts.map { |text| "#{text.bytesize}:#{text}," }.join
end

def base64url(bytes)
  Base64.urlsafe_encode64(bytes, padding: false)
end

def canonical(key_id, order)
  format = order["format"] == "jpeg" ? "jpg" : order["format"]
  names = order["locked"].map(&:first).join(",")
  version = order.fetch("version", "")
  form = version.empty? ? "nameplate-url-1" : "nameplate-url-2"
  netstrings([form, key_id, order["template"], format, order["scale"], order["expires"],
              names, order["open"].join(","), order["sealed"], *(version.empty? ? [] : [version]),
              *order["locked"].map(&:last)])
end

def signed_url(key_id, secret, order)
  mac = OpenSSL::HMAC.digest("SHA256", derive(secret, "nameplate _sig 1"), canonical(key_id, order))
  version = order.fetch("version", "")
  query = version.empty? ? [] : ["_v=#{version}"]
  query += order["locked"].map { |pair| pair.map { |text| ERB::Util.url_encode(text) }.join("=") }
  controls = {
    "_x" => order["sealed"],
    "_lock" => order["locked"].map(&:first).join(","),
    "_open" => order["open"].join(","),
    "_exp" => order["expires"],
    "_sig" => "#{key_id}.#{base64url(mac[0, 16])}"
  }
  query += controls.reject { |_, value| value.empty? }.map { |name, value| "#{name}=#{value}" }
  scale = order["scale"] == "1" ? "" : "@#{order["scale"]}x"
  ending = order["format"].empty? ? "" : ".#{order["format"]}"
  "/i/#{order["template"]}#{scale}#{ending}?#{query.join("&")}"
end

def sealed(key_id, secret, template, values, expires = "")
  bound = netstrings(["nameplate-x-1", key_id, template])
  plain = netstrings([expires, *values.flatten])
  nonce = OpenSSL::HMAC.digest("SHA256", derive(secret, "nameplate _x nonce 1"), bound + plain)[0, 12]
  cipher = OpenSSL::Cipher.new("aes-256-gcm").encrypt
  cipher.key = derive(secret, "nameplate _x 1")
  cipher.iv = nonce
  cipher.auth_data = bound
  box = cipher.update(plain) + cipher.final
  "#{key_id}.#{base64url(nonce + box + cipher.auth_tag)}"
end

# Runs the vectors, and ends with status 1 where one comes out otherwise.
def check(file)
  vectors = JSON.parse(File.read(file, encoding: "UTF-8"))
  right = 0
  vectors["signed"].each do |vector|
    key, order = vector.values_at("key", "order")
    right += 1 if canonical(key, order) == vector["canonical"]
    right += 1 if signed_url(key, vectors["keys"][key], order) == vector["url"]
  end
  vectors["sealed"].each do |vector|
    key = vector["key"]
    text = sealed(key, vectors["keys"][key], vector["template"], vector["values"], vector["expires"])
    right += 1 if text == vector["x"]
  end
  expected = 2 * vectors["signed"].size + vectors["sealed"].size
  puts "#{right} of #{expected} are right"
  exit right == expected
end

check(ARGV[0]) if $PROGRAM_NAME == __FILE__
