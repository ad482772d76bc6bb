package recruitment.platform.web;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param allowedOrigins web clients of other origins, as {@code https://host[:port]},
 * that may call {@code /api/**}; none by default
 * @param maxBody largest body of a request
 */
@ConfigurationProperties("recruitment.web")
public record WebProperties(@DefaultValue List<String> allowedOrigins, @DefaultValue("64KB") DataSize maxBody) {
}
