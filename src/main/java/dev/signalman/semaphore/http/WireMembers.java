package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project's members in the API's JSON. */
record WireMembers(@Nullable List<@Nullable WireMember> members) {
    record WireMember(@Nullable String id, @Nullable String name) {
        Member toMember() {
            return new Member(needed(id, "id"), text(name));
        }
    }

    List<Member> toMembers() {
        return list(members).stream().map(WireMember::toMember).toList();
    }
}
