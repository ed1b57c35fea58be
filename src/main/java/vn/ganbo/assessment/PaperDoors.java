package vn.ganbo.assessment;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.document.PaperKind;
import vn.ganbo.kernel.PaperDoor;
import vn.ganbo.kernel.Role;

/** Where requests and slips from outside are taken in. */
@Configuration(proxyBeanMethods = false)
class PaperDoors {
    private record Door(PaperKind paper, Role office, String page) implements PaperDoor {
        @Override
        public String kind() {
            return paper.name();
        }

        @Override
        public String path(UUID line) {
            return page + line;
        }
    }

    @Bean
    PaperDoor requestDoor() {
        return new Door(
                PaperKind.COMMENT_REQUEST, Role.RESIDENCE_OFFICE, PaperRequestPages.REQUEST);
    }

    @Bean
    PaperDoor slipDoor() {
        return new Door(PaperKind.COMMENT_SLIP, Role.WORKPLACE_OFFICE, PaperRequestPages.SLIP);
    }
}
