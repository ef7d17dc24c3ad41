package dev.signalman.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.audit.LedgerRow;
import dev.signalman.feature.audit.LedgerSource;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A changed rules file leaves a row in the ledger. */
@Tag("once")
@Tag("on-postgresql")
final class RulesFileInLedgerTest {
    private static final String LAX = "promotions: []";
    private static final String STRICT = "promotions: [{name: production, approvals: 2, approvers: [S0RELEASE]}]";

    private static List<LedgerRow> rows(DatabaseAddress address) throws IOException {
        var rows = new ArrayList<LedgerRow>();
        try (var ledger = LedgerSource.open(address)) {
            ledger.each(rows::add);
        }
        return rows;
    }

    private static String named(String line) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest((line + "\n").getBytes(StandardCharsets.UTF_8));
        return "signalman.yml sha256:" + HexFormat.of().formatHex(hash);
    }

    @Test
    void eachChangeOfTheFileIsARowWithItsHashAndReadingTheSameAgainIsNone() throws Exception {
        var address = TestDatabase.ofDialogue();
        try (var bot = Dialogue.over(
                dev.signalman.harness.SlackTransport.usual(),
                address,
                usual -> ConfigurationChanger.from(usual).keyed().configuration())) {
            bot.rereads(STRICT);
            bot.rereads(STRICT);
            bot.rereads(LAX);
            bot.rereads("promotions: [");
            bot.rereads(STRICT);
            var rows = rows(address);
            assertThat(rows).extracting(LedgerRow::kind).containsExactly("key", "rules", "rules", "rules");
            assertThat(rows)
                    .filteredOn(row -> row.kind().equals("rules"))
                    .extracting(LedgerRow::line)
                    .containsExactly(named(STRICT), named(LAX), named(STRICT));
            assertThat(rows.get(1).words()).isEqualTo("The rules file changed. Before: no file.");
        }
    }
}
