package dev.signalman.feature.audit;

import static dev.signalman.feature.audit.SampleLedgerKeys.sealing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.audit.LedgerRow.Seal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The hashed bytes, and the hashes. Existing ledgers depend on them, so these expectations must never change; another
 * encoding is a new version.
 */
final class LedgerRowEncodingTest {
    private static final LedgerRow ROW = new LedgerRow(
            12,
            Instant.parse("2026-11-26T09:30:00.1Z"),
            "act",
            "U0ALICE",
            "Älice",
            "T0ACME",
            null,
            "C0DEPLOYS",
            "1700000000.000100",
            "promote production pipeline 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 because \"it\nmust\"",
            "{\"approvals\":2}",
            "done",
            "Promoted",
            new Seal(1, null, "0".repeat(64), ""));

    @Test
    void aRowIsTheseBytes() {
        assertThat(new String(LedgerRowEncoding.of(ROW), StandardCharsets.UTF_8))
                .isEqualTo("""
                signalman ledger 1
                number 2:12
                at 27:2026-11-26T09:30:00.100000Z
                kind 3:act
                user 7:U0ALICE
                name 6:Älice
                team 6:T0ACME
                account -
                channel 9:C0DEPLOYS
                thread 17:1700000000.000100
                line 82:promote production pipeline 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 because "it
                must"
                rules 15:{"approvals":2}
                outcome 4:done
                words 8:Promoted
                key -
                previous 64:0000000000000000000000000000000000000000000000000000000000000000
                """);
    }

    @Test
    void aRowWithoutAKeyHasThisHash() {
        assertThat(sealing(null).seal(ROW, "0".repeat(64)).seal())
                .isEqualTo(new Seal(
                        1, null, "0".repeat(64), "adc7de1ab36b62810c55f35a6b51daeb0626c893331121b141c1a78c1f08ad5d"));
    }

    @Test
    void aRowWithAKeyHasThisHashAndNamesThatKey() {
        assertThat(sealing(7).seal(ROW, "0".repeat(64)).seal())
                .isEqualTo(new Seal(
                        1,
                        "f07ea263",
                        "0".repeat(64),
                        "236d5fe1693394c606599cc67b8ce91836da3290eb42ddae547b66b132e7af8f"));
    }
}
