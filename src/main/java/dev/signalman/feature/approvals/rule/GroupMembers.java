package dev.signalman.feature.approvals.rule;

import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.MemberRoster.MissingMember;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Resolves a list of people and user groups for checks, and reports missing ones. */
public final class GroupMembers {
    private final MemberRoster roster;

    @Inject
    GroupMembers(MemberRoster roster) {
        this.roster = roster;
    }

    /**
     * The existing people.
     *
     * @param what subject of the check, for added results
     * @throws dev.signalman.chat.MessengerException when Slack does not say
     */
    Set<String> people(List<String> ids, String what, List<CheckResult> checkResults) {
        var people = new HashSet<String>();
        for (var id : ids) {
            var absence = MissingMember.of(id, roster.find(id));
            if (absence.isPresent()) {
                checkResults.add(finding(what, absence.get()));
            } else if (id.startsWith("S")) {
                people.addAll(roster.members(id));
            } else {
                people.add(id);
            }
        }
        return people;
    }

    private static CheckResult finding(String what, MissingMember missingMember) {
        return missingMember.unheardOf()
                ? CheckResult.wrong(what, missingMember.words(), missingMember.advice())
                : CheckResult.worthALook(what, missingMember.words(), missingMember.advice());
    }
}
