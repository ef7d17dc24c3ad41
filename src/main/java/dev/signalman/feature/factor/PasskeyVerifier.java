package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.NotAllowedCredentialIdException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import dev.signalman.feature.factor.PasskeyRejectedException.Reason;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * Verifies what authenticators answer (WebAuthn level 3, sections 7.1 and 7.2). It alone knows the library, and is made
 * when the first page is opened.
 */
final class PasskeyVerifier {
    private final PasskeySite site;
    private final WebAuthnManager manager;
    private final AttestedCredentialDataConverter keys;

    PasskeyVerifier(PasskeySite site) {
        this.site = site;
        var converter = new ObjectConverter();
        this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.keys = new AttestedCredentialDataConverter(converter);
    }

    /** The algorithms of keys that are accepted, by their COSE numbers, the best known first. */
    static List<Long> algorithms() {
        return List.of(
                COSEAlgorithmIdentifier.ES256.getValue(),
                COSEAlgorithmIdentifier.EdDSA.getValue(),
                COSEAlgorithmIdentifier.RS256.getValue());
    }

    /** Reads a new passkey from an answer. Who made the authenticator does not matter, so no attestation is asked for. */
    Passkey added(String answer, Bytes challenge) throws PasskeyRejectedException {
        var accepted = algorithms().stream()
                .map(number -> new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
                .toList();
        try {
            var verified = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(expected(challenge), accepted, true, true));
            var written =
                    Objects.requireNonNull(verified.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(written.getAttestedCredentialData());
            return new Passkey(
                    Bytes.copyFrom(keys.convert(credential)),
                    SpentCodes.hash(credential.getCredentialId()),
                    written.getSignCount());
        } catch (DataConversionException | VerificationException | IllegalArgumentException unfit) {
            throw new PasskeyRejectedException(reason(unfit), unfit);
        }
    }

    /** Verifies an answer of a known passkey; returns its counter. */
    long used(String answer, Bytes key, long uses, Bytes challenge) throws PasskeyRejectedException {
        var credential = keys.convert(key.toByteArray());
        var known = new CredentialRecordImpl(null, null, null, null, uses, credential, null, null, null, null);
        try {
            var verified = manager.verifyAuthenticationResponseJSON(
                    answer,
                    new AuthenticationParameters(
                            expected(challenge), known, List.of(credential.getCredentialId()), true, true));
            return Objects.requireNonNull(verified.getAuthenticatorData()).getSignCount();
        } catch (DataConversionException | VerificationException | IllegalArgumentException unfit) {
            throw new PasskeyRejectedException(reason(unfit), unfit);
        }
    }

    /** The id of a known credential, as browsers are given it. */
    String id(Bytes key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.convert(key.toByteArray()).getCredentialId());
    }

    private ServerProperty expected(Bytes challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(new DefaultChallenge(challenge.toByteArray()))
                .build();
    }

    private static Reason reason(RuntimeException unfit) {
        if (unfit instanceof NotAllowedCredentialIdException) {
            return Reason.OTHER_PASSKEY;
        }
        if (unfit instanceof UserNotVerifiedException) {
            return Reason.NOT_VERIFIED;
        }
        if (unfit instanceof MaliciousCounterValueException) {
            return Reason.COPIED;
        }
        if (unfit instanceof BadChallengeException) {
            return Reason.OTHER_CHALLENGE;
        }
        return unfit instanceof BadOriginException
                        || unfit instanceof BadRpIdException
                        || unfit instanceof CrossOriginException
                ? Reason.ELSEWHERE
                : Reason.WRONG;
    }
}
