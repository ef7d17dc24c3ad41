package dev.signalman.feature.approvals;

import dev.signalman.checkup.Finding;
import dev.signalman.dispatch.Absence;
import dev.signalman.dispatch.Roster;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the people behind a list of people and user groups, and who of them is not there. */
final class Named {
    private final Roster roster;

    @Inject
    Named(Roster roster) {
        this.roster = roster;
    }

    /**
     * The people who are there.
     *
     * @param what what is looked at; adds what is wrong with it to {@code findings}
     * @throws dev.signalman.dispatch.MessengerException when Slack cannot say
     */
    Set<String> people(List<String> ids, String what, List<Finding> findings) {
        var people = new HashSet<String>();
        for (var id : ids) {
            var absence = Absence.of(id, roster.find(id));
            if (absence.isPresent()) {
                findings.add(finding(what, absence.get()));
            } else if (id.startsWith("S")) {
                people.addAll(roster.members(id));
            } else {
                people.add(id);
            }
        }
        return people;
    }

    private static Finding finding(String what, Absence absence) {
        return absence.unheardOf()
                ? Finding.wrong(what, absence.words(), absence.advice())
                : Finding.worthALook(what, absence.words(), absence.advice());
    }
}
