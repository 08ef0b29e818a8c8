package io.fairlead.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every request passes: who is asking, CSRF for cookies, and the headers of every answer.
@Configuration(proxyBeanMethods = false)
class SecuritySettings {
  static final String CSRF_COOKIE = "fairlead-csrf";
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

  @Bean
  SecurityFilterChain security(HttpSecurity http, Sessions sessions, Services services)
      throws Exception {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(CSRF_COOKIE);
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
    return http.addFilterBefore(
            new SignedInFilter(sessions, services), AnonymousAuthenticationFilter.class)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .csrf(csrf ->
            csrf.csrfTokenRepository(tokens)
                // Without sessions of its own, Spring takes every request for a sign-in and would
                // renew the token, so that the second form sent from one page would be refused.
                // Signing in and out renew it themselves.
                .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                .ignoringRequestMatchers(SecuritySettings::usesBearerToken))
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    "/assets/**",
                    "/schemas/**",
                    "/sign-in/**",
                    "/start/**",
                    "/link/**",
                    "/digest/**",
                    "/calendar/**",
                    "/give/**",
                    "/error",
                    "/actuator/health/**",
                    "/actuator/health",
                    "/actuator/prometheus")
                .permitAll()
                .anyRequest()
                .authenticated())
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint((request, response, failure) -> {
              if (request.getRequestURI().startsWith("/api/")) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                response.setHeader("WWW-Authenticate", "Bearer");
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response
                    .getOutputStream()
                    .write(
                        """
                        {"type":"about:blank","title":"Unauthorized","status":401,"code":"not-signed-in"}\
                        """
                            .getBytes(StandardCharsets.UTF_8));
                return;
              }
              if ("true".equals(request.getHeader("HX-Request"))) {
                response.setHeader("HX-Redirect", "/sign-in");
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                return;
              }
              response.sendRedirect(signInPage(request));
            }))
        .build();
  }

  /// The sign-in page, which leads back to the page that was asked for.
  private static String signInPage(HttpServletRequest request) {
    String query = request.getQueryString();
    String path = request.getRequestURI() + (query == null ? "" : "?" + query);
    return request.getMethod().equals("GET") && !path.equals("/")
        ? "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
        : "/sign-in";
  }

  private static boolean usesBearerToken(HttpServletRequest request) {
    return request.getHeader("Authorization") != null
        && request.getRequestURI().startsWith("/api/");
  }

  /// Present only so that Spring Boot makes no default user; nobody signs in through it.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}
