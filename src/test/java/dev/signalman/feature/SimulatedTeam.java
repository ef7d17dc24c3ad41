package dev.signalman.feature;

import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.People;
import dev.signalman.dispatch.RenderedCard;
import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A team in Slack as features see it: who is what, who is in which group, who reads which channel. */
public final class SimulatedTeam implements People, Messenger {
    /** A user group that Slack never tells anything of. */
    public static final String SILENT_GROUP = "S0SILENT";

    private final Map<String, Standing> standings = new HashMap<>();
    private final Set<String> memberships = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final Map<String, Reach> channels = new HashMap<>();

    private int lookUps;

    /** Makes somebody what they are; everybody else is a member. */
    public void is(String userId, Standing standing) {
        standings.put(userId, standing);
    }

    /** Puts somebody into a user group. */
    public void joins(String userId, String groupId) {
        memberships.add(userId + " in " + groupId);
    }

    /** Makes a channel so; every other one is open to the bot and to this organisation alone. */
    public void channel(String channel, boolean mayPost, boolean shared) {
        channels.put(channel, new Reach(mayPost, mayPost, shared));
    }

    /** Makes a channel one of which Slack says nothing. */
    public void silent(String channel) {
        silent.add(channel);
    }

    /** Makes a public channel one that the bot is not in. */
    public void left(String channel) {
        channels.put(channel, new Reach(true, false, false));
    }

    /** How often somebody was looked up. */
    public int lookUps() {
        return lookUps;
    }

    @Override
    public Person find(String userId) {
        lookUps++;
        return new Person(userId, userId, "", standings.getOrDefault(userId, Standing.MEMBER));
    }

    /** Everybody's address is the id in lower case, at acme.example. */
    @Override
    public Optional<Person> withEmail(String email) {
        if (email.startsWith("silent@")) {
            throw new MessengerException(MessengerException.Kind.LIMITED, "ratelimited");
        }
        return email.endsWith("@acme.example")
                ? Optional.of(find(email.substring(0, email.indexOf('@')).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public boolean inGroup(String userId, String groupId) {
        if (groupId.equals(SILENT_GROUP)) {
            throw new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
        }
        return memberships.contains(userId + " in " + groupId);
    }

    @Override
    public void forget() {}

    @Override
    public String nameOf(String id) {
        return id.startsWith("S") ? id : find(id).name();
    }

    @Override
    public Reach reach(String channel) {
        if (channel.equals("C0SILENT") || silent.contains(channel)) {
            throw new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
        }
        return channels.getOrDefault(channel, new Reach(true, true, false));
    }

    @Override
    public Posted post(String channel, @Nullable String thread, RenderedCard renderedCard) {
        throw new UnsupportedOperationException("features post nothing themselves");
    }

    @Override
    public void update(String channel, String timestamp, RenderedCard renderedCard) {
        throw new UnsupportedOperationException("features update nothing themselves");
    }

    @Override
    public void whisper(String channel, @Nullable String thread, String userId, RenderedCard renderedCard) {
        throw new UnsupportedOperationException("features whisper nothing themselves");
    }

    @Override
    public void respond(String responseUrl, RenderedCard renderedCard, boolean replace) {
        throw new UnsupportedOperationException("features answer nothing themselves");
    }
}
