/**
 * The mail catcher: takes every mail over SMTP, keeps it on disk before it says so,
 * passes nothing on, and shows what it has.
 */
@NullMarked
package recruitment.local.mail;

import org.jspecify.annotations.NullMarked;
