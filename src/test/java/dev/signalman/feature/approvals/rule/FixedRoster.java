package dev.signalman.feature.approvals.rule;

import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.MessengerException;
import java.util.Set;

/** Bob and Carol are in S0RELEASE, nobody is in S0EMPTY, U0GONE has left, Slack says nothing about S0SILENT. */
final class FixedRoster implements MemberRoster {
    @Override
    public Entry find(String id) {
        return switch (id) {
            case "S0RELEASE", "U0BOB", "U0DAN" -> Entry.THERE;
            case "S0EMPTY" -> Entry.EMPTY;
            case "U0GONE" -> Entry.GONE;
            case "S0SILENT" -> throw new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
            default -> Entry.UNHEARD_OF;
        };
    }

    @Override
    public Set<String> members(String groupId) {
        return Set.of("U0BOB", "U0CAROL");
    }
}
