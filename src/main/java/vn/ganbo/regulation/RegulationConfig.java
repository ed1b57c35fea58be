package vn.ganbo.regulation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the regulations once, at the start; a fault in a file stops the program with all of them.
 */
@Configuration(proxyBeanMethods = false)
class RegulationConfig {
    @Bean
    Rulebooks rulebooks(@Value("${ganbo.regulations:}") String folder, GuidanceStore store) {
        return Rulebooks.read(RegulationFiles.regulations(folder)).with(store);
    }

    @Bean
    DraftRulebooks draftRulebooks(
            @Value("${ganbo.regulations:}") String folder, Rulebooks rulebooks) {
        return DraftRulebooks.read(RegulationFiles.drafts(folder), rulebooks);
    }

    @Bean
    WorkingDays workingDays(@Value("${ganbo.regulations:}") String folder) {
        return new WorkingDays(Holidays.read(RegulationFiles.holidays(folder)));
    }

    @Bean
    ClassificationRules classificationRules(@Value("${ganbo.regulations:}") String folder) {
        return ClassificationRules.read(RegulationFiles.classification(folder));
    }

    @Bean
    TransferRules transferRules(@Value("${ganbo.regulations:}") String folder) {
        return TransferRules.read(RegulationFiles.transfer(folder));
    }

    @Bean
    ScreeningRules screeningRules(@Value("${ganbo.regulations:}") String folder) {
        return ScreeningRules.read(RegulationFiles.screening(folder));
    }

    @Bean
    AwayRules awayRules(@Value("${ganbo.regulations:}") String folder) {
        return AwayRules.read(RegulationFiles.away(folder));
    }

    @Bean
    MeetingRules meetingRules(@Value("${ganbo.regulations:}") String folder) {
        return MeetingRules.read(RegulationFiles.meeting(folder));
    }
}
