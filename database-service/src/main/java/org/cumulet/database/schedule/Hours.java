package org.cumulet.database.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.engine.Names;

/// When something is to happen, as crontab(5) writes it in five fields, in UTC.
record Hours(ExecutionTime times) {

    /// @throws Fault.BadRequest saying what cannot be read
    static Hours of(String cron) {
        try {
            var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            return new Hours(ExecutionTime.forCron(parser.parse(cron).validate()));
        } catch (IllegalArgumentException e) {
            throw new Fault.BadRequest("'%s' is no time as crontab(5) writes it, such as '30 2 * * *': %s"
                            .formatted(Names.shown(cron), Names.shown(String.valueOf(e.getMessage()))))
                    .because(e);
        }
    }

    /// Nothing for a day that never comes.
    Optional<Instant> after(Instant time) {
        return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toInstant);
    }
}
