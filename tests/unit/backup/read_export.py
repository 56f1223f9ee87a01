"""Reads what Doorcode writes for other apps, with nothing of Doorcode's TypeScript: read_export.py aegis|migration AES UNIX_SECONDS
Takes on standard input the file after a line with its passphrase, or migration URIs, one a line; prints a JSON line an account with its code at the time.
AES is `cryptography`, the Python package, or `recover`, the functions of docs/recover/recover.py."""
import base64, hashlib, hmac, json, sys, urllib.parse

kind, aes, now = sys.argv[1], sys.argv[2], int(sys.argv[3])


def open_gcm(key, nonce, sealed):
    if aes == "cryptography":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(key).decrypt(nonce, sealed, None)
    functions = {}
    with open("docs/recover/recover.py", encoding="utf-8") as source:
        exec(source.read().split("\ndef derive(")[0], functions)
    return functions["gcm"](key, nonce, b"", sealed)


def hotp(secret, algorithm, counter):  # RFC 4226 section 5.3, before its digits
    digest = hmac.new(secret, counter.to_bytes(8, "big"), algorithm.lower()).digest()
    at = digest[-1] & 15
    return int.from_bytes(digest[at : at + 4], "big") & 0x7FFFFFFF


def code(kind, secret, algorithm, digits, period, counter):
    number = hotp(secret, algorithm, counter if kind == "hotp" else now // period)
    if kind == "steam":
        letters = "23456789BCDFGHJKMNPQRTVWXY"
        return "".join(letters[number // len(letters) ** at % len(letters)] for at in range(5))
    return str(number % 10**digits).zfill(digits)


def say(issuer, account, *parameters):
    print(json.dumps({"issuer": issuer, "account": account, "code": code(*parameters)}))


def read_aegis(passphrase, file):  # https://github.com/beemdevelopment/Aegis/blob/master/docs/vault.md
    (slot,) = file["header"]["slots"]
    salt, cost = bytes.fromhex(slot["salt"]), {"n": slot["n"], "r": slot["r"], "p": slot["p"]}
    kek = hashlib.scrypt(passphrase.encode(), salt=salt, **cost, maxmem=2**27, dklen=32)
    parts = [bytes.fromhex(text) for text in (slot["key_params"]["nonce"], slot["key"], slot["key_params"]["tag"])]
    key = open_gcm(kek, parts[0], parts[1] + parts[2])
    params = {name: bytes.fromhex(text) for name, text in file["header"]["params"].items()}
    db = json.loads(open_gcm(key, params["nonce"], base64.b64decode(file["db"]) + params["tag"]))
    for entry in db["entries"]:
        info = entry["info"]
        secret = base64.b32decode(info["secret"] + "=" * (-len(info["secret"]) % 8))
        counted = (info["digits"], info.get("period"), info.get("counter"))
        say(entry["issuer"], entry["name"], entry["type"], secret, info["algo"], *counted)


def fields(data):  # Protocol Buffers, wire types 0 and 2
    found, at = {}, 0

    def varint():
        nonlocal at
        value, shift = 0, 0
        while True:
            byte, at = data[at], at + 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        tag = varint()
        value = varint()
        if tag & 7 == 2:
            value, at = data[at : at + value], at + value
        elif tag & 7 != 0:
            raise ValueError("unexpected wire type")
        found.setdefault(tag >> 3, []).append(value)
    return found


def read_migration(uris):
    indices, batch = [], set()
    for uri in uris:
        (text,) = urllib.parse.parse_qs(urllib.parse.urlsplit(uri).query)["data"]
        payload = fields(base64.b64decode(text, validate=True))
        indices += payload.get(4, [0])
        batch.add((payload[3][0], payload[5][0]))
        for account in payload[1]:
            one = {number: values[0] for number, values in fields(account).items()}
            algorithm, digits, kind = ["", "sha1", "sha256", "sha512"][one[4]], [0, 6, 8][one[5]], ["", "hotp", "totp"][one[6]]
            say(one.get(3, b"").decode(), one[2].decode(), kind, one[1], algorithm, digits, 30, one.get(7, 0))
    if len(batch) != 1 or indices != list(range(batch.pop()[0])):
        raise ValueError("not one whole batch")


lines = sys.stdin.read().split("\n")
if kind == "aegis":
    read_aegis(lines[0], json.loads("\n".join(lines[1:])))
else:
    read_migration([line for line in lines if line])
