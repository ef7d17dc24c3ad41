package dev.signalman.feature.factor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.util.Bytes;
import dev.signalman.card.Form;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.keyring.SecretCipher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the addresses of pages. What an address says is encrypted, so nobody can make one, and stands behind
 * {@code #}, so browsers send it to no server and no proxy logs it: the page's script sends it in a body.
 */
final class PasskeyAddresses {
    /** How long an address is valid. */
    static final Duration VALID = Duration.ofMinutes(10);

    /** Slack takes no more in a button. */
    private static final int LONGEST = 3_000;

    private static final byte[] OWNER = "page".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<PasskeySite> site;
    private final SecretCipher cipher;
    private final IdGenerator idGenerator;
    private final InstantSource clock;

    /** Makes none without a site. */
    PasskeyAddresses(Optional<PasskeySite> site, SecretCipher cipher, IdGenerator idGenerator, InstantSource clock) {
        this.site = site;
        this.cipher = cipher;
        this.idGenerator = idGenerator;
        this.clock = clock;
    }

    Optional<PasskeySite> site() {
        return site;
    }

    /** The written form of a {@link PasskeyPage}. */
    private record Written(
            String id,
            String user,
            String name,
            @Nullable String team,
            String channel,
            @Nullable String thread,
            String line,
            long expires) {}

    /** A link to a new page; empty without a site, or when Slack would not take it. */
    Optional<Form.Link> link(String label, Actor actor, Place place, String line) {
        return site.map(each -> each.address() + "#" + written(actor, place, line))
                .filter(url -> url.length() <= LONGEST)
                .map(url -> new Form.Link(label, url));
    }

    private String written(Actor actor, Place place, String line) {
        var expires = clock.instant().plus(VALID).toEpochMilli();
        var page = new Written(
                idGenerator.next(),
                actor.userId(),
                actor.name(),
                actor.teamId(),
                place.channel(),
                place.thread(),
                line,
                expires);
        try {
            var sealed = cipher.seal(OWNER, JSON.writeValueAsBytes(page));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toByteArray());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A page could not be written", impossible);
        }
    }

    /** What an address says; empty when it is forged, malformed or too old. */
    Optional<PasskeyPage> read(String address) {
        if (address.length() > LONGEST || !address.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        Optional<SecretCipher.Opened> opened;
        try {
            opened = cipher.open(OWNER, Bytes.copyFrom(Base64.getUrlDecoder().decode(address)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return opened.map(each -> page(each.secret()))
                .filter(page -> page.expires().isAfter(clock.instant()));
    }

    private static PasskeyPage page(Bytes secret) {
        try {
            var written = JSON.readValue(secret.toByteArray(), Written.class);
            return new PasskeyPage(
                    written.id(),
                    new Actor(written.user(), written.name(), written.team()),
                    new Place(written.channel(), written.thread()),
                    written.line(),
                    Instant.ofEpochMilli(written.expires()));
        } catch (IOException impossible) {
            throw new IllegalStateException("The bot wrote a page that it can't read", impossible);
        }
    }
}
