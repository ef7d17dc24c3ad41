package dev.signalman.journal;

import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.ActMutexHeldException;
import jakarta.inject.Inject;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The mutexes that open acts hold, in the table {@code sections}; the primary key admits one act each. */
final class ActMutexes {
    @Inject
    ActMutexes() {}

    /** Takes the mutex for an act that was just stored; it holds from the commit on. */
    void enter(Handle handle, ActMutex mutex, String invocationId, Set<String> known) {
        var entered = handle.createUpdate(
                        "INSERT INTO sections (name, invocation_id) VALUES (:name, :id) ON CONFLICT DO NOTHING")
                .bind("name", mutex.name())
                .bind("id", invocationId)
                .execute();
        if (entered == 0) {
            throw ActMutexHeldException.by(mutex);
        }
        // read once the mutex is ours: its last holder is done, and nobody else can enter
        var passed = handle.createQuery("SELECT invocation_id FROM acts WHERE section = :name")
                .bind("name", mutex.name())
                .mapTo(String.class)
                .set();
        if (!known.containsAll(passed)) {
            throw ActMutexHeldException.after(mutex, passed);
        }
        handle.createUpdate("UPDATE acts SET section = :name WHERE invocation_id = :id")
                .bind("name", mutex.name())
                .bind("id", invocationId)
                .execute();
    }

    /** Releases the mutex. */
    void leave(Handle handle, String invocationId) {
        handle.createUpdate("DELETE FROM sections WHERE invocation_id = :id")
                .bind("id", invocationId)
                .execute();
    }
}
