package dev.signalman.feature.factor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.util.Bytes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What browsers are asked for: WebAuthn's options, as JSON. The authenticator always has to verify its user. */
final class PasskeyOptions {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PasskeyAddresses addresses;

    @Inject
    PasskeyOptions(PasskeyAddresses addresses) {
        this.addresses = addresses;
    }

    /** For a new passkey. */
    String adding(PasskeyPage page, Bytes challenge) {
        var name = page.actor().name();
        var asked = common(challenge);
        asked.putObject("rp").put("id", host()).put("name", "Signalman");
        asked.putObject("user")
                .put(
                        "id",
                        base64(SpentCodes.hash("passkey of " + page.actor().userId())
                                .substring(0, 32)
                                .getBytes(StandardCharsets.US_ASCII)))
                .put("name", name)
                .put("displayName", name);
        var accepted = asked.putArray("pubKeyCredParams");
        PasskeyVerifier.algorithms()
                .forEach(
                        number -> accepted.addObject().put("type", "public-key").put("alg", number));
        asked.putObject("authenticatorSelection")
                .put("residentKey", "preferred")
                .put("userVerification", "required");
        return asked.put("attestation", "none").toString();
    }

    /** For the one passkey with this id. */
    String using(String credentialId, Bytes challenge) {
        var asked = common(challenge).put("rpId", host()).put("userVerification", "required");
        asked.putArray("allowCredentials").addObject().put("type", "public-key").put("id", credentialId);
        return asked.toString();
    }

    private static ObjectNode common(Bytes challenge) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("challenge", base64(challenge.toByteArray()))
                .put("timeout", PATIENCE.toMillis());
    }

    private String host() {
        return addresses.site().orElseThrow().host();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
