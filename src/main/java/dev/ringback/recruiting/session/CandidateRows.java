package dev.ringback.recruiting.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import dev.ringback.engine.http.Problem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/// The rows of a request, in whichever form they came.
final class CandidateRows {

    static final int MOST = 10_000;

    private static final String PHONE = "phone_number";
    private static final String TZ = "tz";
    private static final Set<String> COLUMNS = Set.of(PHONE, TZ);

    private CandidateRows() {}

    record Row(int line, Candidate candidate) {}

    static List<Row> of(StartRequest request) {
        if (request.csv() != null) {
            return table(request.csv());
        }
        var candidates = request.candidates() == null
                ? List.of(new Candidate(request.phoneNumber(), request.tz(), request.variables()))
                : request.candidates();
        return IntStream.range(0, candidates.size())
                .mapToObj(at -> new Row(at + 1, Objects.requireNonNullElseGet(candidates.get(at), () -> new Candidate(null, null, null)))).toList();
    }

    private static List<Row> table(String csv) {
        try {
            var rows = new ArrayList<Row>();
            for (var line : CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofNamedCsvRecord(csv)) {
                rows.add(row(line));
                refuseMore(rows.size());
            }
            return rows;
        } catch (CsvParseException malformed) {
            throw Problem.invalid("csv", "is no table of one shape");
        }
    }

    private static void refuseMore(int rows) {
        if (rows > MOST) {
            throw Problem.invalid("csv", "has more than %d lines".formatted(MOST));
        }
    }

    private static Row row(NamedCsvRecord line) {
        if (!line.getHeader().contains(PHONE)) {
            throw Problem.invalid("csv", "has no column " + PHONE);
        }
        var variables = new HashMap<String, String>();
        line.getFieldsAsMap().forEach((name, value) -> putVariable(variables, name, value));
        return new Row((int) line.getStartingLineNumber(),
                new Candidate(line.findField(PHONE).orElse(null), line.findField(TZ).filter(zone -> !zone.isBlank()).orElse(null), variables));
    }

    private static void putVariable(Map<String, String> variables, String name, String value) {
        if (!COLUMNS.contains(name) && !value.isBlank()) {
            variables.put(name, value);
        }
    }
}
