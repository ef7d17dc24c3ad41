package dev.signalman.feature.outofband;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.port.SubscribedChannels;
import dev.signalman.ruling.Policy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a promotion past the rules is told: where the rules say, else where the project is subscribed to, else where the promoted
 * pipeline has a card.
 */
final class AlertChannels {
    private final SubscribedChannels subscribed;
    private final PipelineCardLocations standing;
    private final Messenger messenger;

    @Inject
    AlertChannels(SubscribedChannels subscribed, PipelineCardLocations standing, Messenger messenger) {
        this.subscribed = subscribed;
        this.standing = standing;
        this.messenger = messenger;
    }

    /** Channels; none when there is nowhere to tell it. */
    List<String> of(Bypass bypass) {
        return Stream.<List<String>>of(
                        named(bypass.policies()),
                        subscribed.hearing(bypass.project().id()),
                        Stream.concat(
                                        standing.channels(bypass.parent().id()).stream(),
                                        standing
                                                .channels(
                                                        bypass.seen().pipeline().id())
                                                .stream())
                                .distinct()
                                .toList())
                .map(channels -> channels.stream().filter(this::open).toList())
                .filter(channels -> !channels.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> named(List<Policy> policies) {
        return policies.stream()
                .map(policy -> policy.approvals().channel())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private boolean open(String channel) {
        try {
            return messenger.reach(channel).mayPost();
        } catch (MessengerException silent) {
            return true; // it is posted as soon as Slack answers
        }
    }
}
