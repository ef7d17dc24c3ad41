package dev.signalman.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A browser with one passkey (P-256, WebAuthn level 3), made apart from the bot's library. It can be told to behave as a
 * real one would not.
 */
public final class SoftwarePasskey {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;

    private final byte[] id = new byte[16];
    private final KeyPair keys;
    private String origin;
    private String host;
    private boolean verifies = true;
    private int uses;

    /** For pages of this origin. */
    public SoftwarePasskey(String origin, String host) {
        this.origin = origin;
        this.host = host;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** As if another page asked. */
    public SoftwarePasskey at(String otherOrigin, String otherHost) {
        origin = otherOrigin;
        host = otherHost;
        return this;
    }

    /** Leaves out the PIN, fingerprint or face. */
    public SoftwarePasskey withoutVerifying() {
        verifies = false;
        return this;
    }

    /** Verifies its user again. */
    public SoftwarePasskey verifying() {
        verifies = true;
        return this;
    }

    /** Sets its counter of signatures. */
    public SoftwarePasskey counting(int signatures) {
        uses = signatures;
        return this;
    }

    /** What the browser answers when a passkey is made. */
    public ObjectNode made(JsonNode options) {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var key = joined(
                hex("a5010203262001215820"), fixed(point.getAffineX()), hex("225820"), fixed(point.getAffineY()));
        var credential = joined(new byte[16], new byte[] {0, (byte) id.length}, id, key);
        var authenticatorData = authenticatorData(HAS_KEY, credential);
        var attestation = joined(
                hex("a3"),
                text("fmt"),
                text("none"),
                text("attStmt"),
                hex("a0"),
                text("authData"),
                new byte[] {0x58, (byte) authenticatorData.length},
                authenticatorData);
        var answer = answer();
        answer.putObject("response")
                .put("clientDataJSON", base64(clientData("webauthn.create", options)))
                .put("attestationObject", base64(attestation));
        return answer;
    }

    /** What the browser answers when the passkey is used. */
    public ObjectNode used(JsonNode options) {
        uses += uses == 0 ? 0 : 1;
        var authenticatorData = authenticatorData(0, new byte[0]);
        var clientData = clientData("webauthn.get", options);
        var answer = answer();
        answer.putObject("response")
                .put("clientDataJSON", base64(clientData))
                .put("authenticatorData", base64(authenticatorData))
                .put("signature", base64(signature(joined(authenticatorData, sha256(clientData)))));
        return answer;
    }

    private ObjectNode answer() {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", base64(id)).put("rawId", base64(id)).put("type", "public-key");
        answer.putObject("clientExtensionResults");
        return answer;
    }

    private byte[] authenticatorData(int flags, byte[] rest) {
        var all = PRESENT | (verifies ? VERIFIED : 0) | flags;
        return joined(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) all},
                ByteBuffer.allocate(Integer.BYTES).putInt(uses).array(),
                rest);
    }

    private byte[] clientData(String type, JsonNode options) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("challenge", options.path("challenge").asText())
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** CBOR's short text. */
    private static byte[] text(String words) {
        var bytes = words.getBytes(StandardCharsets.US_ASCII);
        return joined(new byte[] {(byte) (0x60 | bytes.length)}, bytes);
    }

    private static byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        int taken = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - taken, fixed, fixed.length - taken, taken);
        return fixed;
    }

    private static byte[] hex(String digits) {
        var padded = new BigInteger(digits, 16).toByteArray();
        return Arrays.copyOfRange(padded, padded.length - digits.length() / 2, padded.length);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
