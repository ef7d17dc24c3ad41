package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.locks.TargetHold.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The action for a deployment target, in every case. */
class TargetActionTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,       open,   wanted,   CLOSE
            -,       closed, wanted,   LEAVE
            -,       open,   unwanted, REST
            -,       closed, unwanted, REST
            CLOSED,  open,   wanted,   CLOSE
            CLOSED,  closed, wanted,   REST
            CLOSED,  open,   unwanted, FORGET
            CLOSED,  closed, unwanted, OPEN
            REFUSED, open,   wanted,   CLOSE
            REFUSED, closed, wanted,   LEAVE
            REFUSED, open,   unwanted, FORGET
            REFUSED, closed, unwanted, FORGET
            FOREIGN, open,   wanted,   CLOSE
            FOREIGN, closed, wanted,   REST
            FOREIGN, open,   unwanted, FORGET
            FOREIGN, closed, unwanted, FORGET
            """)
    void everyStateOfATargetHasItsAction(State known, String is, String should, TargetAction targetAction) {
        assertThat(TargetAction.of(known, is.equals("closed"), should.equals("wanted"), true))
                .isEqualTo(targetAction);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            REFUSED, open,   wanted,   REST
            CLOSED,  closed, unwanted, REST
            CLOSED,  open,   unwanted, FORGET
            REFUSED, closed, wanted,   LEAVE
            """)
    void whoeverRefusedIsNotAskedAgainAtOnce(State known, String is, String should, TargetAction targetAction) {
        assertThat(TargetAction.of(known, is.equals("closed"), should.equals("wanted"), false))
                .isEqualTo(targetAction);
    }
}
