"""Opens a Doorcode backup file with Python 3.8 or later alone (docs/backup-format.md): python3 recover.py FILE
Asks for the passphrase or emergency key; prints one key URI a line, which other authenticators take. FAULTS are its exit codes."""
import base64, functools, getpass, hashlib, hmac, itertools, json, operator, sys, unicodedata
FAULTS = {"not a backup": 2, "newer version": 3, "damaged": 4, "wrong passphrase": 5, "altered": 6, "use recover.html": 7}
def raw(text): return base64.b64decode(text, validate=True)
def xor(*parts): return functools.reduce(operator.xor, (int.from_bytes(one, "big") for one in parts)).to_bytes(len(parts[0]), "big")
def mac(key, data): return hmac.new(key, data, "sha256").digest()
def hkdf(salt, key, info): return mac(mac(salt, key), info + b"\1")  # RFC 5869; 32 bytes need one round
KEM, SUITE = b"KEM\0\x20", b"HPKE\0\x20\0\1\xff\xff"  # RFC 9180 sections 4 and 7: X25519, HKDF-SHA256, export only
def extract(suite, salt, label, key): return mac(salt, b"HPKE-v1" + suite + label + key)
def expand(suite, key, label, info): return mac(key, b"\0\x20HPKE-v1" + suite + label + info + b"\1")
def x25519(scalar, point):  # RFC 7748 section 5
    p, u = 2**255 - 19, int.from_bytes(point, "little") % 2**255; pair = [(1, 0), (u, 1)]
    def add(x, z, y, t): a, b = (y - t) * (x + z), (y + t) * (x - z); return (a + b) ** 2 % p, u * (a - b) ** 2 % p
    def twice(x, z): a, b = (x + z) ** 2, (x - z) ** 2; return a * b % p, (a - b) * (a + 121665 * (a - b)) % p
    for bit in map(int, f"{int.from_bytes(scalar, 'little') & 2**254 - 8 | 2**254:0255b}"):
        pair[1 - bit], pair[bit] = add(*pair[0], *pair[1]), twice(*pair[bit])
    return (pair[0][0] * pow(pair[0][1], p - 2, p) % p).to_bytes(32, "little")
DOUBLE = bytes(a << 1 & 255 ^ (27 if a > 127 else 0) for a in range(256))  # in the field of FIPS 197
powers = list(itertools.accumulate(range(254), lambda a, _: a ^ DOUBLE[a], initial=1))  # of 3: powers[-i] is the inverse of powers[i]
SBOX = bytes(((s := b ^ b << 1 ^ b << 2 ^ b << 3 ^ b << 4) ^ s >> 8) & 255 ^ 99 for b in [0, *(powers[-powers.index(a) % 255] for a in range(1, 256))])
def aes(key, blocks):  # AES-256 (FIPS 197) of all blocks at once: column i holds byte i of every block
    words, columns = [key[at:at + 4] for at in range(0, 32, 4)], [blocks[at::16] for at in range(16)]
    for at in range(8, 60):
        word = words[-1] if at % 4 else words[-1].translate(SBOX)
        words.append(xor(words[-8], word if at % 8 else xor(word[1:] + word[:1], bytes([1 << at // 8 - 1, 0, 0, 0]))))
    for turn in range(15):
        if turn > 0: columns = [columns[5 * at % 16].translate(SBOX) for at in range(16)]
        if 0 < turn < 14: columns = [xor(a, xor(a, columns[i & 12 | i + 1 & 3]).translate(DOUBLE), *columns[i & 12:][:4]) for i, a in enumerate(columns)]
        columns = [xor(one, words[4 * turn + at // 4][at % 4:at % 4 + 1] * len(one)) for at, one in enumerate(columns)]
    return bytes(itertools.chain.from_iterable(zip(*columns)))
def gcm(key, nonce, context, sealed):  # NIST SP 800-38D, of a context of whole blocks
    data, total = sealed[:-16], 0
    stream = aes(key, bytes(16) + b"".join(nonce + n.to_bytes(4, "big") for n in range(1, len(data) // 16 + 3)))
    shifts = [*itertools.accumulate([int.from_bytes(stream[:16], "big")] * 128, lambda a, _: a >> 1 ^ (a & 1) * (0xe1 << 120))]
    hashed = context + data + bytes(-len(data) % 16) + bytes.fromhex(f"{8 * len(context):016x}{8 * len(data):016x}")
    for bits in (f"{total ^ int.from_bytes(hashed[at:at + 16], 'big'):0128b}" for at in range(0, len(hashed), 16)):
        total = functools.reduce(operator.xor, itertools.compress(shifts, map(int, bits)), 0)
    if not hmac.compare_digest(xor(total.to_bytes(16, "big"), stream[16:32]), sealed[-16:]): raise ValueError("altered")
    return xor(data, stream[32:32 + len(data)])
def derive(slot, typed):  # the slot's key; nothing where what was typed cannot be for it
    if slot["kind"] == "passphrase":
        N, r, p, salt = map(slot["kdf"].get, ("N", "r", "p", "salt"))  # scrypt's; Argon2id and PBKDF2 have none
        if N not in [2**n for n in range(15, 21)] or r != 8 or p not in (1, 2, 3, 4): raise ValueError("damaged" if N else "use recover.html")
        return hashlib.scrypt(unicodedata.normalize("NFC", typed).encode(), salt=raw(salt), n=N, r=r, p=p, maxmem=2**31 - 1, dklen=32)
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", typed).upper())).translate(str.maketrans("OILJKMNPQRSTVWXYZ", "011IJKLMNOPQRSTUV"))
    if len(letters) != 36 or not letters.isascii(): return b""  # else Crockford's letters are the digits of int(…, 32) by now
    return hkdf(raw(slot["salt"]), int(letters[:32], 32).to_bytes(20, "big"), b"doorcode recovery code")
def open_slot(slot, kek, owner):  # RFC 9180 section 5.1, mode psk: file key and check key; nothing for the key of another slot
    private, public, sent = expand(KEM, extract(KEM, b"", b"dkp_prk", kek), b"sk", b""), raw(slot["publicKey"]), raw(slot["encapsulated"])
    if x25519(private, bytes([9])) != public: return None
    bound = map({**slot, **slot.get("kdf", {})}.get, ("id", "kind", "name", "N", "r", "p", "salt", "publicKey"))
    info = json.dumps(["doorcode-backup/2 slot", owner, *(value for value in bound if value is not None)], separators=(",", ":")).encode()
    context = b"\1" + extract(SUITE, b"", b"psk_id_hash", b"doorcode slot") + extract(SUITE, b"", b"info_hash", info)
    shared = expand(KEM, extract(KEM, b"", b"eae_prk", x25519(private, sent)), b"shared_secret", sent + public)
    exporter = expand(SUITE, extract(SUITE, shared, b"secret", hkdf(b"", kek, b"doorcode slot psk")), b"exp", context)
    return gcm(expand(SUITE, exporter, b"sec", b"key"), bytes(12), b"", raw(slot["key"])), expand(SUITE, exporter, b"sec", b"check")
intact, text = True, open(sys.argv[1], encoding="utf-8-sig", errors="replace").read(2**24 + 1)
try:
    if len(text) > 2**24 or not any(mark in text for mark in ("doorcode-backup", '"sha256"')): raise ValueError("not a backup")
    intact, outer = False, json.loads(text)
    covered = [outer[key] for key in ("format", "version", "help", "header")] + [*outer["check"], outer["data"]]
    intact = hashlib.sha256("\n".join(map(str, covered)).encode()).hexdigest() == outer["sha256"]
    if outer["version"] != 2: raise ValueError({1: "use recover.html"}.get(outer["version"], "newer version" if intact else "damaged"))
    head, header = raw(outer["header"]), json.loads(raw(outer["header"]))
    costs = [[abs(int(slot.get("kdf", {}).get(part, 0))) for part in "Npmtc"] for slot in header["slots"]]
    if sum((2 * N * p + m * t) * 10**7 + c * 2**23 for N, p, m, t, c in costs) > 2**23 * 10**7: raise ValueError("damaged")
    typed = getpass.getpass("Passphrase or emergency key: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    for slot, check in sorted(zip(header["slots"][:16], outer["check"]), key=lambda pair: pair[0]["kind"] == "passphrase"):
        if (keys := open_slot(slot, derive(slot, typed), header["id"])): break
    else: raise ValueError("wrong passphrase")
    if not hmac.compare_digest(mac(keys[1], head), raw(check)): raise ValueError("altered")
    key, context = hkdf(b"", keys[0], b"doorcode-backup/2 data"), hashlib.sha256(b"doorcode-backup/2" + head).digest()
    payload = json.loads(gcm(key, raw(header["nonce"]), context, raw(outer["data"])))
    if payload["schema"] != 1 or header["crit"]: raise ValueError("newer version")
    print("\n".join("".join(filter(str.isprintable, str(entry.get("uri", entry)))) for entry in payload["entries"]))
except Exception as error:
    fault = str(error) if str(error) in FAULTS and (intact or str(error) not in ("altered", "wrong passphrase")) else "damaged"
    print(fault, file=sys.stderr); sys.exit(FAULTS[fault])
if not intact: print("The checksum does not fit; what is sealed is whole.", file=sys.stderr)
