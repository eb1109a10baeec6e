// Made by tools/openapi.js. Do not edit.
import type { Contract } from './contract.ts';

export const contract: Contract = {
  "routes": {
    "AccessLogController_list": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccessShown"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "access-log/away",
        "request/cursor"
      ]
    },
    "AccountWaysController_disable": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/unknown"
      ]
    },
    "AccountWaysController_enable": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/unknown"
      ]
    },
    "AccountWaysController_endSessions": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/not-yours",
        "account/unknown"
      ]
    },
    "AccountWaysController_invite": {
      "answer": {
        "$ref": "#/components/schemas/Invited"
      },
      "codes": [
        "account/not-a-person",
        "account/not-to-oneself",
        "account/not-yours",
        "account/unknown"
      ]
    },
    "AccountWaysController_subject": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "access/oidc-off",
        "account/not-a-person",
        "account/not-to-oneself",
        "account/subject-taken",
        "account/unknown"
      ]
    },
    "AccountsController_authority": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/AuthorityShown"
        }
      },
      "codes": [
        "account/unknown"
      ]
    },
    "AccountsController_clear": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/not-to-oneself",
        "account/unknown"
      ]
    },
    "AccountsController_give": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/duties-apart",
        "account/ends-before",
        "account/from-the-past",
        "account/not-to-oneself",
        "account/unknown",
        "account/wrong-unit",
        "unit/unknown"
      ]
    },
    "AccountsController_history": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/EventLine"
        }
      },
      "codes": []
    },
    "AccountsController_list": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/AccountShown"
        }
      },
      "codes": [
        "account/unknown"
      ]
    },
    "AccountsController_one": {
      "answer": {
        "$ref": "#/components/schemas/AccountShown"
      },
      "codes": [
        "account/unknown"
      ]
    },
    "AccountsController_open": {
      "answer": {
        "$ref": "#/components/schemas/Opened"
      },
      "codes": [
        "account/login-taken",
        "account/not-the-operator",
        "account/opened",
        "account/unknown"
      ]
    },
    "AccountsController_withdraw": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/unknown",
        "grant/unknown"
      ]
    },
    "AttachmentsController_attach": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "attachment/above-ceiling",
        "attachment/empty",
        "attachment/level",
        "attachment/name",
        "attachment/not-attachable",
        "attachment/not-yours",
        "attachment/other-label",
        "attachment/other-stream",
        "attachment/too-large",
        "attachment/type",
        "attachment/unknown",
        "attachment/unsafe-archive",
        "body/unsupported-media-type"
      ]
    },
    "AttachmentsController_attachment": {
      "answer": {
        "$ref": "#/components/schemas/Attachment"
      },
      "codes": [
        "attachment/unknown"
      ]
    },
    "AttachmentsController_attachments": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Attachment"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "AttachmentsController_content": {
      "answer": {
        "type": "object",
        "required": [
          "options",
          "stream",
          "logger",
          "handleError",
          "logError",
          "errorHandler",
          "errorLogger"
        ],
        "properties": {
          "options": {
            "type": "object",
            "properties": {
              "type": {
                "type": "string"
              },
              "disposition": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  }
                ]
              },
              "length": {
                "type": "number"
              }
            }
          },
          "stream": {},
          "logger": {
            "type": "object",
            "required": [
              "options",
              "localInstance",
              "registerLocalInstanceRef"
            ],
            "properties": {
              "context": {
                "type": "string"
              },
              "options": {
                "type": "object",
                "properties": {
                  "timestamp": {
                    "type": "boolean"
                  }
                }
              },
              "localInstanceRef": {
                "type": "object",
                "properties": {}
              },
              "localInstanceLogLevels": {},
              "localInstance": {
                "type": "object",
                "properties": {}
              },
              "registerLocalInstanceRef": {}
            }
          },
          "handleError": {
            "type": "object",
            "properties": {}
          },
          "logError": {
            "type": "object",
            "properties": {}
          },
          "errorHandler": {
            "type": "object",
            "properties": {}
          },
          "errorLogger": {
            "type": "object",
            "properties": {}
          }
        }
      },
      "codes": [
        "attachment/unknown"
      ]
    },
    "CalendarsController_calendar": {
      "answer": {
        "type": "string"
      },
      "codes": [
        "calendar/unknown"
      ]
    },
    "DeliveriesController_drop": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "delivery/not-parked",
        "delivery/unknown"
      ]
    },
    "DeliveriesController_list": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DeliveryRow"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "DeliveriesController_replay": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "delivery/not-parked",
        "delivery/unknown"
      ]
    },
    "DirectivesController_change": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "directive/changed",
        "directive/changes-itself",
        "directive/effect-missing",
        "directive/effect-not-whole",
        "directive/no-such-task",
        "directive/not-in-force",
        "directive/not-the-issuer",
        "directive/not-the-superior",
        "directive/unknown"
      ]
    },
    "DirectivesController_check": {
      "answer": {
        "$ref": "#/components/schemas/Report"
      },
      "codes": [
        "classification/above-ceiling"
      ]
    },
    "DirectivesController_clauses": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ClauseLine"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "directive/unknown",
        "request/cursor"
      ]
    },
    "DirectivesController_coverage": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Coverage"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "directive/unknown",
        "request/cursor"
      ]
    },
    "DirectivesController_directive": {
      "answer": {
        "$ref": "#/components/schemas/Summary"
      },
      "codes": [
        "directive/unknown"
      ]
    },
    "DirectivesController_directives": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Directive"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "DirectivesController_enter": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "directive/no-such-clause",
        "directive/no-such-task",
        "directive/not-in-force",
        "directive/not-the-issuer",
        "directive/task-exists",
        "directive/task-not-whole",
        "directive/unknown",
        "unit/unknown"
      ]
    },
    "DirectivesController_findings": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "directive/unknown",
        "request/cursor"
      ]
    },
    "DirectivesController_history": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EventLine"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "DirectivesController_implement": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "directive/implements-itself",
        "directive/no-such-clause",
        "directive/not-the-issuer",
        "directive/unknown"
      ]
    },
    "DirectivesController_issue": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "calendar/unknown",
        "directive/another-day",
        "directive/issued",
        "directive/not-the-issuer",
        "directive/other-stream",
        "document/invalid",
        "policy/unknown",
        "unit/unknown"
      ]
    },
    "DirectivesController_reclassify": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "directive/not-the-issuer",
        "directive/unknown",
        "directive/without-basis"
      ]
    },
    "DirectivesController_record": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "directive/no-such-place",
        "directive/unknown"
      ]
    },
    "DirectivesController_standingUnits": {
      "answer": {
        "$ref": "#/components/schemas/StandingUnits"
      },
      "codes": [
        "directive/unknown"
      ]
    },
    "DirectivesController_tasks": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TaskDetail"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "directive/unknown",
        "request/cursor"
      ]
    },
    "DirectivesController_watch": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "directive/not-the-issuer",
        "directive/unknown",
        "directive/watched"
      ]
    },
    "DirectivesController_withdraw": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "directive/implements-by-its-text",
        "directive/not-the-issuer",
        "directive/unknown"
      ]
    },
    "DirectivesController_wouldMove": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WouldMove"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "act/without-evidence",
        "directive/unknown",
        "request/cursor",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/deadline-moved",
        "task/lapsed",
        "task/no-deadline",
        "task/not-the-issuer",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "EntranceController_first": {
      "answer": {},
      "codes": [
        "access-log/away",
        "access/throttled",
        "access/wrong",
        "account/duties-apart",
        "account/ends-before",
        "account/from-the-past",
        "account/login-taken",
        "account/not-a-person",
        "account/not-the-operator",
        "account/not-to-oneself",
        "account/not-yours",
        "account/opened",
        "account/unknown",
        "account/wrong-unit",
        "request/invalid",
        "unit/unknown"
      ]
    },
    "EntranceController_invited": {
      "answer": {},
      "codes": [
        "access-log/away",
        "access/throttled",
        "access/wrong",
        "account/not-a-person",
        "account/not-yours",
        "account/unknown",
        "request/invalid"
      ]
    },
    "ExportsController_ask": {
      "answer": {
        "$ref": "#/components/schemas/ExportTold"
      },
      "codes": [
        "export/unknown",
        "reading/in-the-future"
      ]
    },
    "ExportsController_file": {
      "answer": {
        "type": "object",
        "required": [
          "options",
          "stream",
          "logger",
          "handleError",
          "logError",
          "errorHandler",
          "errorLogger"
        ],
        "properties": {
          "options": {
            "type": "object",
            "properties": {
              "type": {
                "type": "string"
              },
              "disposition": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  }
                ]
              },
              "length": {
                "type": "number"
              }
            }
          },
          "stream": {},
          "logger": {
            "type": "object",
            "required": [
              "options",
              "localInstance",
              "registerLocalInstanceRef"
            ],
            "properties": {
              "context": {
                "type": "string"
              },
              "options": {
                "type": "object",
                "properties": {
                  "timestamp": {
                    "type": "boolean"
                  }
                }
              },
              "localInstanceRef": {
                "type": "object",
                "properties": {}
              },
              "localInstanceLogLevels": {},
              "localInstance": {
                "type": "object",
                "properties": {}
              },
              "registerLocalInstanceRef": {}
            }
          },
          "handleError": {
            "type": "object",
            "properties": {}
          },
          "logError": {
            "type": "object",
            "properties": {}
          },
          "errorHandler": {
            "type": "object",
            "properties": {}
          },
          "errorLogger": {
            "type": "object",
            "properties": {}
          }
        }
      },
      "codes": [
        "export/not-made",
        "export/not-yours",
        "export/unknown",
        "reading/in-the-future"
      ]
    },
    "ExportsController_told": {
      "answer": {
        "$ref": "#/components/schemas/ExportTold"
      },
      "codes": [
        "export/unknown",
        "reading/in-the-future"
      ]
    },
    "FormsController_fill": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "form/filed-already",
        "form/in-the-future",
        "form/not-the-performer",
        "form/other-stream",
        "form/task-over",
        "form/unknown",
        "form/wrongly-filled",
        "task/unknown"
      ]
    },
    "FormsController_history": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EventLine"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "FormsController_list": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FormReportTold"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "FormsController_one": {
      "answer": {
        "$ref": "#/components/schemas/FormReportTold"
      },
      "codes": [
        "form/unknown"
      ]
    },
    "HealthController_degraded": {
      "answer": {
        "$ref": "#/components/schemas/Well"
      },
      "codes": []
    },
    "HealthController_health": {
      "answer": {
        "$ref": "#/components/schemas/HealthAnswer"
      },
      "codes": []
    },
    "HealthController_live": {
      "answer": {
        "$ref": "#/components/schemas/Live"
      },
      "codes": []
    },
    "HealthController_ready": {
      "answer": {
        "$ref": "#/components/schemas/Ready"
      },
      "codes": [
        "health/not-ready"
      ]
    },
    "InboxController_inbox": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TaskDetail"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor",
        "request/unit-missing"
      ]
    },
    "LiveController_follow": {
      "answer": {},
      "codes": [
        "access/confirm",
        "access/duties-apart",
        "access/not-granted",
        "access/read-only",
        "act/not-in-this-capacity",
        "request/capacity",
        "request/last-event-id",
        "request/unit-missing",
        "request/unit-unknown"
      ]
    },
    "MattersController_answer": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "matter/no-outcome",
        "matter/not-open",
        "matter/not-the-office",
        "matter/outside-mandate"
      ]
    },
    "MattersController_answerConsultation": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "matter/no-such-consultation",
        "matter/not-open",
        "matter/not-the-consulted"
      ]
    },
    "MattersController_consult": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "matter/consults-itself",
        "matter/day-over",
        "matter/no-term",
        "matter/not-open",
        "matter/not-the-office",
        "matter/outside-mandate",
        "matter/recommended",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "MattersController_direct": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "matter/not-open",
        "matter/not-the-office",
        "matter/outside-mandate",
        "matter/recommended",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "MattersController_mark": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "matter/no-mark",
        "matter/not-open",
        "matter/not-the-office",
        "matter/outside-mandate",
        "matter/recommended",
        "matter/repeats-itself"
      ]
    },
    "MattersController_matter": {
      "answer": {
        "$ref": "#/components/schemas/MatterSummary"
      },
      "codes": [
        "matter/unknown"
      ]
    },
    "MattersController_matters": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MatterSummary"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "MattersController_receive": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "matter/exists",
        "matter/no-such-office",
        "matter/not-open",
        "matter/not-the-desk",
        "matter/not-the-submitter",
        "matter/not-yours",
        "matter/repeats-itself",
        "unit/unknown"
      ]
    },
    "MattersController_recommend": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "matter/not-open",
        "matter/not-the-office",
        "matter/not-upward",
        "matter/outside-mandate",
        "matter/recommended",
        "unit/unknown"
      ]
    },
    "MetricsController_text": {
      "answer": {
        "type": "string"
      },
      "codes": []
    },
    "MovesController_confirm": {
      "answer": {
        "$ref": "#/components/schemas/MovesConfirmed"
      },
      "codes": [
        "act/without-evidence",
        "directive/unknown",
        "request/if-match",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/deadline-moved",
        "task/lapsed",
        "task/no-deadline",
        "task/not-the-issuer",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "MyAccountController_confirm": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "access/wrong-code",
        "account/not-a-person",
        "account/not-yours",
        "account/unknown"
      ]
    },
    "MyAccountController_me": {
      "answer": {
        "$ref": "#/components/schemas/AccountShown"
      },
      "codes": [
        "account/unknown"
      ]
    },
    "MyAccountController_offer": {
      "answer": {
        "$ref": "#/components/schemas/Offer"
      },
      "codes": [
        "access/throttled",
        "access/wrong-password",
        "account/has-totp"
      ]
    },
    "MyAccountController_password": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "access/throttled",
        "access/wrong-password",
        "account/not-a-person",
        "account/not-yours",
        "account/unknown",
        "request/invalid"
      ]
    },
    "MyAccountController_remove": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "access/throttled",
        "access/wrong-password",
        "account/not-a-person",
        "account/not-yours",
        "account/unknown"
      ]
    },
    "OfficesController_appoint": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/disabled",
        "account/duties-apart",
        "account/ends-before",
        "account/from-the-past",
        "account/not-to-oneself",
        "account/unknown",
        "office/closed",
        "office/held",
        "office/not-a-person",
        "office/unknown",
        "office/without-end"
      ]
    },
    "OfficesController_close": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "office/unknown"
      ]
    },
    "OfficesController_end": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "appointment/unknown",
        "office/unknown"
      ]
    },
    "OfficesController_establish": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "office/established",
        "office/unknown",
        "unit/unknown"
      ]
    },
    "OfficesController_history": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/EventLine"
        }
      },
      "codes": []
    },
    "OfficesController_list": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/OfficeRow"
        }
      },
      "codes": []
    },
    "OfficesController_one": {
      "answer": {
        "type": "object",
        "required": [
          "unit",
          "capacity",
          "appointments",
          "closed"
        ],
        "properties": {
          "unit": {
            "type": "string"
          },
          "capacity": {
            "type": "string",
            "enum": [
              "auditor",
              "inspector",
              "leader",
              "officer",
              "secretariat",
              "standingUnit"
            ]
          },
          "appointments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Appointment"
            }
          },
          "closed": {
            "type": "boolean"
          }
        }
      },
      "codes": [
        "office/unknown"
      ]
    },
    "OidcController_comeBack": {
      "answer": {},
      "codes": [
        "access/no-account",
        "access/oidc-failed",
        "access/oidc-off",
        "access/provider-away"
      ]
    },
    "OidcController_leave": {
      "answer": {},
      "codes": [
        "access/oidc-off",
        "access/provider-away"
      ]
    },
    "OidcController_logOut": {
      "answer": {},
      "codes": [
        "access/logout-token",
        "access/logout-used",
        "access/oidc-off",
        "access/provider-away"
      ]
    },
    "OidcController_means": {
      "answer": {
        "$ref": "#/components/schemas/Means"
      },
      "codes": []
    },
    "ReadingController_evidence": {
      "answer": {
        "$ref": "#/components/schemas/Evidence"
      },
      "codes": [
        "stream/unknown"
      ]
    },
    "ReadingController_lookUp": {
      "answer": {},
      "codes": [
        "name/ambiguous",
        "name/unknown"
      ]
    },
    "ReadingController_lookUpHistory": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EventLine"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "name/ambiguous",
        "name/unknown",
        "request/cursor"
      ]
    },
    "ReadingController_notices": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NoticeRow"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor",
        "request/unit-missing"
      ]
    },
    "ReadingController_stream": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EventLine"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "ReadingController_who": {
      "answer": {
        "$ref": "#/components/schemas/Answerers"
      },
      "codes": [
        "name/ambiguous",
        "name/unknown",
        "task/unknown"
      ]
    },
    "RebuildsController_rebuild": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "rebuild/under-way"
      ]
    },
    "RegistryController_publish": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "document/invalid",
        "reference/never-worked",
        "reference/not-the-registrar",
        "reference/other-stream",
        "reference/version-taken"
      ]
    },
    "RegistryController_references": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReferenceRow"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "RegistryController_register": {
      "answer": {
        "$ref": "#/components/schemas/Registered"
      },
      "codes": [
        "document/invalid",
        "request/if-match",
        "unit/not-the-registrar",
        "unit/other-stream",
        "unit/unknown"
      ]
    },
    "RegistryController_unit": {
      "answer": {
        "$ref": "#/components/schemas/Unit"
      },
      "codes": [
        "unit/unknown"
      ]
    },
    "RegistryController_units": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Unit"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "RehearsalsController_rehearse": {
      "answer": {
        "$ref": "#/components/schemas/RehearsalAnswer"
      },
      "codes": [
        "calendar/unknown",
        "classification/above-ceiling",
        "document/invalid",
        "policy/unknown",
        "rehearsal/busy",
        "rehearsal/ends-before-issue",
        "rehearsal/too-much"
      ]
    },
    "ReportsController_file": {
      "answer": {
        "type": "object",
        "required": [
          "options",
          "stream",
          "logger",
          "handleError",
          "logError",
          "errorHandler",
          "errorLogger"
        ],
        "properties": {
          "options": {
            "type": "object",
            "properties": {
              "type": {
                "type": "string"
              },
              "disposition": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  }
                ]
              },
              "length": {
                "type": "number"
              }
            }
          },
          "stream": {},
          "logger": {
            "type": "object",
            "required": [
              "options",
              "localInstance",
              "registerLocalInstanceRef"
            ],
            "properties": {
              "context": {
                "type": "string"
              },
              "options": {
                "type": "object",
                "properties": {
                  "timestamp": {
                    "type": "boolean"
                  }
                }
              },
              "localInstanceRef": {
                "type": "object",
                "properties": {}
              },
              "localInstanceLogLevels": {},
              "localInstance": {
                "type": "object",
                "properties": {}
              },
              "registerLocalInstanceRef": {}
            }
          },
          "handleError": {
            "type": "object",
            "properties": {}
          },
          "logError": {
            "type": "object",
            "properties": {}
          },
          "errorHandler": {
            "type": "object",
            "properties": {}
          },
          "errorLogger": {
            "type": "object",
            "properties": {}
          }
        }
      },
      "codes": [
        "reading/in-the-future"
      ]
    },
    "ReportsController_report": {
      "answer": {
        "type": "object",
        "required": [
          "report",
          "asOf",
          "directiveId",
          "unit",
          "rounding",
          "calendars",
          "formulas",
          "figures",
          "sheets"
        ],
        "properties": {
          "report": {
            "type": "string"
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          },
          "directiveId": {
            "type": [
              "string",
              "null"
            ]
          },
          "unit": {
            "type": [
              "string",
              "null"
            ]
          },
          "rounding": {
            "type": "string",
            "enum": [
              "down-2",
              "half-up-1",
              "half-up-2"
            ]
          },
          "calendars": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "formulas": {
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "ageing@1",
                "coverage@1",
                "form-owed@1",
                "form@1",
                "late@1",
                "mean-days-late@1",
                "months@1",
                "passing@2",
                "piling-up@5",
                "statistics@1",
                "stuck@6",
                "unit-form@2"
              ]
            }
          },
          "figures": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/CoverageFigures"
              },
              {
                "$ref": "#/components/schemas/FormFigures"
              },
              {
                "$ref": "#/components/schemas/FormOwedFigures"
              },
              {
                "$ref": "#/components/schemas/LateFigures"
              },
              {
                "$ref": "#/components/schemas/PassingFigures"
              },
              {
                "$ref": "#/components/schemas/PilingUpFigures"
              },
              {
                "$ref": "#/components/schemas/StatisticsFigures"
              },
              {
                "$ref": "#/components/schemas/UnitFormFigures"
              }
            ]
          },
          "sheets": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "columns",
                "rows"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "columns": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "key",
                      "title"
                    ],
                    "properties": {
                      "key": {
                        "type": "string"
                      },
                      "title": {
                        "type": "string"
                      }
                    }
                  }
                },
                "rows": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": {
                      "anyOf": [
                        {
                          "type": "null"
                        },
                        {
                          "type": "string"
                        },
                        {
                          "type": "number"
                        }
                      ]
                    }
                  }
                }
              }
            }
          }
        }
      },
      "codes": [
        "reading/in-the-future"
      ]
    },
    "ReportsController_statistics": {
      "answer": {
        "$ref": "#/components/schemas/StatisticsAt"
      },
      "codes": []
    },
    "SearchController_counts": {
      "answer": {
        "$ref": "#/components/schemas/Counts"
      },
      "codes": []
    },
    "SearchController_search": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Hit"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "SessionsController_confirm": {
      "answer": {},
      "codes": [
        "access/code-missing",
        "access/no-session",
        "access/throttled",
        "access/wrong"
      ]
    },
    "SessionsController_endOne": {
      "answer": {},
      "codes": [
        "session/unknown"
      ]
    },
    "SessionsController_sessions": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SessionShown"
        }
      },
      "codes": []
    },
    "SessionsController_signIn": {
      "answer": {},
      "codes": [
        "access/code-missing",
        "access/throttled",
        "access/wrong"
      ]
    },
    "SessionsController_signOut": {
      "answer": {},
      "codes": []
    },
    "StandingUnitListController_standingUnits": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StandingUnitRow"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "StandingUnitsController_setUp": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "standingUnit/exists",
        "standingUnit/mandate-over",
        "standingUnit/not-foreseen",
        "standingUnit/not-named",
        "standingUnit/not-the-committee",
        "standingUnit/other-stream"
      ]
    },
    "SubscriptionsController_end": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "subscription/unknown"
      ]
    },
    "SubscriptionsController_list": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SubscriptionShown"
        }
      },
      "codes": []
    },
    "SubscriptionsController_open": {
      "answer": {
        "type": "object",
        "required": [
          "stream",
          "revision",
          "position",
          "subscription",
          "calendar"
        ],
        "properties": {
          "stream": {
            "type": "string"
          },
          "revision": {
            "type": "number"
          },
          "position": {
            "type": "string"
          },
          "subscription": {
            "type": "string"
          },
          "calendar": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "subscription/address",
        "subscription/too-many",
        "subscription/unknown",
        "unit/unknown"
      ]
    },
    "SuccessionsController_decide": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "succession/circle",
        "succession/decided",
        "succession/exists",
        "succession/itself",
        "succession/no-unit",
        "succession/not-held",
        "succession/not-the-registrar",
        "succession/not-yet",
        "succession/other-successor",
        "succession/predecessor",
        "succession/predecessors",
        "succession/split",
        "succession/successor",
        "succession/taken",
        "succession/unknown",
        "succession/withdrawn",
        "succession/zone",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "SuccessionsController_fix": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "succession/circle",
        "succession/exists",
        "succession/itself",
        "succession/no-unit",
        "succession/not-the-registrar",
        "succession/predecessors",
        "succession/split",
        "succession/successor",
        "succession/taken",
        "succession/took-effect",
        "succession/unknown",
        "succession/withdrawn",
        "succession/zone",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "SuccessionsController_name": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "succession/circle",
        "succession/exists",
        "succession/itself",
        "succession/no-unit",
        "succession/not-the-registrar",
        "succession/predecessors",
        "succession/split",
        "succession/successor",
        "succession/taken",
        "succession/took-effect",
        "succession/unknown",
        "succession/withdrawn",
        "succession/zone",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "SuccessionsController_plan": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "succession/circle",
        "succession/exists",
        "succession/itself",
        "succession/no-unit",
        "succession/not-the-registrar",
        "succession/predecessors",
        "succession/split",
        "succession/successor",
        "succession/taken",
        "succession/unknown",
        "succession/withdrawn",
        "succession/zone",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "SuccessionsController_proof": {
      "answer": {
        "$ref": "#/components/schemas/Conservation"
      },
      "codes": [
        "succession/unknown"
      ]
    },
    "SuccessionsController_successions": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SuccessionShown"
        }
      },
      "codes": []
    },
    "SuccessionsController_withdraw": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "succession/circle",
        "succession/exists",
        "succession/itself",
        "succession/no-unit",
        "succession/not-the-registrar",
        "succession/predecessors",
        "succession/split",
        "succession/successor",
        "succession/taken",
        "succession/took-effect",
        "succession/unknown",
        "succession/withdrawn",
        "succession/zone",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "TaskCourseController_correct": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/lapsed",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown",
        "unit/unknown"
      ]
    },
    "TaskCourseController_decide": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/assigned",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/lapsed",
        "task/no-members",
        "task/no-ruling",
        "task/no-such-finding",
        "task/not-the-issuer",
        "task/suspended",
        "task/unassigned",
        "task/unknown",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "TaskCourseController_start": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/cancelled",
        "task/lapsed",
        "task/not-conditional",
        "task/not-later",
        "task/not-the-issuer",
        "task/suspended",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_askContribution": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/after-lead",
        "task/asks-itself",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/lapsed",
        "task/no-such-assignment",
        "task/not-a-coordinator",
        "task/not-later",
        "task/not-the-lead",
        "task/unassigned",
        "task/unknown",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "TaskLifeController_cancel": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/cancelled",
        "task/lapsed",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_confirmDeadline": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/deadline-moved",
        "task/lapsed",
        "task/no-deadline",
        "task/not-the-issuer",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_contribute": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/cancelled",
        "task/lapsed",
        "task/not-a-coordinator",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_decideOnPart": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/cancelled",
        "task/lapsed",
        "task/no-such-child",
        "task/not-the-lead",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_delegate": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "directive/unknown",
        "task/accepted",
        "task/after-parent",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/delegated",
        "task/delegated-upward",
        "task/lapsed",
        "task/no-deadline",
        "task/no-such-assignment",
        "task/not-the-lead",
        "task/suspended",
        "task/unassigned",
        "task/unknown",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "TaskLifeController_demandReport": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/cancelled",
        "task/lapsed",
        "task/not-later",
        "task/not-the-issuer",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_grantExtension": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/after-parent",
        "task/cancelled",
        "task/lapsed",
        "task/no-such-request",
        "task/not-a-working-day",
        "task/not-later",
        "task/not-the-issuer",
        "task/performer-does-not-grant",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_overrideDeadline": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "directive/unknown",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/lapsed",
        "task/no-deadline",
        "task/not-a-higher-authority",
        "task/not-the-issuer",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_reassign": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/assigned",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/children-open",
        "task/lapsed",
        "task/no-such-assignment",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/suspended",
        "task/unassigned",
        "task/unknown",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "TaskLifeController_refuse": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/awaits-acceptance",
        "task/begun",
        "task/cancelled",
        "task/lapsed",
        "task/no-such-assignment",
        "task/not-the-lead",
        "task/refusal-late",
        "task/refusal-overruled",
        "task/suspended",
        "task/unassigned",
        "task/unknown",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "TaskLifeController_refuseExtension": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/after-parent",
        "task/cancelled",
        "task/lapsed",
        "task/no-such-request",
        "task/not-a-working-day",
        "task/not-later",
        "task/not-the-issuer",
        "task/performer-does-not-grant",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_requestExtension": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/deadline-passed",
        "task/extension-pending",
        "task/lapsed",
        "task/no-deadline",
        "task/no-such-assignment",
        "task/not-a-working-day",
        "task/not-later",
        "task/not-the-lead",
        "task/suspended",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_resume": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/cancelled",
        "task/lapsed",
        "task/no-deadline",
        "task/not-later",
        "task/not-suspended",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_suspend": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/lapsed",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskLifeController_uphold": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/not-refused",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TaskListController_tasks": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TaskDetail"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "TasksController_accept": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/no-such-submission",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TasksController_acknowledge": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/no-such-assignment",
        "task/not-the-lead",
        "task/refused",
        "task/suspended",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TasksController_assign": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "task/assigned",
        "task/cancelled",
        "task/not-the-issuer",
        "task/unknown",
        "unit/cannot-answer",
        "unit/unknown"
      ]
    },
    "TasksController_chain": {
      "answer": {
        "$ref": "#/components/schemas/Chain"
      },
      "codes": [
        "task/unknown"
      ]
    },
    "TasksController_history": {
      "answer": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EventLine"
            }
          },
          "next": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "codes": [
        "request/cursor"
      ]
    },
    "TasksController_lapse": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/cancelled",
        "task/does-not-lapse",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TasksController_report": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/lapsed",
        "task/milestone-met",
        "task/no-such-assignment",
        "task/no-such-milestone",
        "task/no-such-occurrence",
        "task/not-the-lead",
        "task/suspended",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TasksController_return": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/no-such-submission",
        "task/not-the-issuer",
        "task/performer-does-not-accept",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TasksController_submit": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "act/without-evidence",
        "task/accepted",
        "task/awaits-acceptance",
        "task/cancelled",
        "task/children-open",
        "task/lapsed",
        "task/never-complete",
        "task/no-such-assignment",
        "task/not-the-lead",
        "task/suspended",
        "task/unassigned",
        "task/unknown"
      ]
    },
    "TasksController_task": {
      "answer": {
        "$ref": "#/components/schemas/TaskDetail"
      },
      "codes": [
        "task/unknown"
      ]
    },
    "TokensController_issue": {
      "answer": {
        "$ref": "#/components/schemas/Made"
      },
      "codes": [
        "account/disabled",
        "account/not-yours",
        "account/unknown",
        "token/ended",
        "token/exists",
        "token/not-yours",
        "token/too-long",
        "token/without-end"
      ]
    },
    "TokensController_revoke": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "account/not-yours",
        "account/unknown",
        "token/unknown"
      ]
    },
    "TokensController_tokens": {
      "answer": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TokenShown"
        }
      },
      "codes": []
    },
    "UnitLifeController_admit": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "unit/member-of-itself",
        "unit/no-group",
        "unit/not-the-registrar",
        "unit/other-stream",
        "unit/unknown"
      ]
    },
    "UnitLifeController_dismiss": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "unit/no-group",
        "unit/not-the-registrar",
        "unit/other-stream",
        "unit/unknown"
      ]
    },
    "UnitLifeController_putUnder": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "unit/not-the-registrar",
        "unit/other-stream",
        "unit/under-itself",
        "unit/unknown"
      ]
    },
    "UnitLifeController_rename": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": [
        "unit/not-the-registrar",
        "unit/other-stream",
        "unit/unknown"
      ]
    },
    "UpkeepController_release": {
      "answer": {
        "$ref": "#/components/schemas/Outcome"
      },
      "codes": []
    },
    "WebhooksController_key": {
      "answer": {
        "$ref": "#/components/schemas/WebhookKey"
      },
      "codes": [
        "webhook/not-set-up"
      ]
    }
  },
  "schemas": {
    "AccessShown": {
      "type": "object",
      "required": [
        "at",
        "who",
        "capacity",
        "unit",
        "act",
        "about",
        "from"
      ],
      "properties": {
        "at": {
          "type": "string",
          "format": "date-time"
        },
        "who": {
          "type": "string"
        },
        "capacity": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "act": {
          "type": "string"
        },
        "about": {
          "type": [
            "string",
            "null"
          ]
        },
        "from": {
          "type": "string"
        }
      }
    },
    "AccountShown": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "login": {
          "type": [
            "string",
            "null"
          ]
        },
        "disabled": {
          "type": "boolean"
        },
        "grants": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Grant"
          }
        },
        "clearance": {
          "anyOf": [
            {
              "type": "null"
            },
            {
              "$ref": "#/components/schemas/Clearance"
            }
          ]
        },
        "means": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "tokens": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TokenShown"
          }
        }
      }
    },
    "Answerers": {
      "type": "object",
      "required": [
        "task",
        "on",
        "accountable",
        "lead",
        "coordinating",
        "successorOf"
      ],
      "properties": {
        "task": {
          "type": "string"
        },
        "on": {
          "type": "string"
        },
        "accountable": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "lead": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "coordinating": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "successorOf": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "Appointment": {
      "type": "object",
      "required": [
        "from",
        "until",
        "appointment",
        "account",
        "as"
      ],
      "properties": {
        "from": {
          "type": "string",
          "format": "date-time"
        },
        "until": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "appointment": {
          "type": "number"
        },
        "account": {
          "type": "string"
        },
        "as": {
          "type": "string",
          "enum": [
            "holder",
            "substitute"
          ]
        }
      }
    },
    "Attachment": {
      "type": "object",
      "required": [
        "mediaType",
        "bytes",
        "sha256",
        "about",
        "level",
        "directiveId",
        "attachedAt",
        "id",
        "name"
      ],
      "properties": {
        "mediaType": {
          "type": "string"
        },
        "bytes": {
          "type": "number"
        },
        "sha256": {
          "type": "string"
        },
        "about": {
          "type": "string"
        },
        "level": {
          "type": "string"
        },
        "directiveId": {
          "type": "string"
        },
        "attachedAt": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "name": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "$ref": "#/components/schemas/Sealed"
            }
          ]
        }
      }
    },
    "AuthorityShown": {
      "type": "object",
      "required": [
        "grant",
        "given"
      ],
      "properties": {
        "grant": {
          "$ref": "#/components/schemas/Grant"
        },
        "given": {
          "anyOf": [
            {
              "type": "null"
            },
            {
              "$ref": "#/components/schemas/EventLine"
            }
          ]
        }
      }
    },
    "Calendar": {
      "type": "object",
      "required": [
        "id",
        "version",
        "covers",
        "weeklyDaysOff",
        "holidays",
        "swappedWorkingDays"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "version": {
          "type": "number"
        },
        "covers": {
          "type": "object",
          "required": [
            "from",
            "until"
          ],
          "properties": {
            "from": {
              "type": "string"
            },
            "until": {
              "type": "string"
            }
          }
        },
        "weeklyDaysOff": {
          "type": "array",
          "items": {
            "type": "number"
          }
        },
        "holidays": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "swappedWorkingDays": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "Chain": {
      "type": "object",
      "required": [
        "up",
        "down"
      ],
      "properties": {
        "up": {
          "$ref": "#/components/schemas/Upward"
        },
        "down": {
          "$ref": "#/components/schemas/Downward"
        }
      }
    },
    "ChainTask": {
      "type": "object",
      "required": [
        "id",
        "ref",
        "unit",
        "state",
        "dueAt"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "ref": {
          "type": "string"
        },
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "type": "string"
        },
        "dueAt": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "ChangedBy": {
      "type": "object",
      "required": [
        "directiveId",
        "how",
        "by",
        "at"
      ],
      "properties": {
        "directiveId": {
          "type": "string"
        },
        "how": {
          "type": "string",
          "enum": [
            "amends",
            "reaffirms",
            "revokes",
            "supersedes"
          ]
        },
        "by": {
          "$ref": "#/components/schemas/Order"
        },
        "at": {
          "type": "string"
        }
      }
    },
    "Charter": {
      "type": "object",
      "required": [
        "committees",
        "issuer",
        "issuedAt",
        "fromOn",
        "untilOn",
        "handOverTo",
        "rules"
      ],
      "properties": {
        "committees": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "issuer": {
          "type": "string"
        },
        "issuedAt": {
          "type": "string",
          "format": "date-time"
        },
        "fromOn": {
          "type": "string"
        },
        "untilOn": {
          "type": [
            "string",
            "null"
          ]
        },
        "handOverTo": {
          "type": "string",
          "enum": [
            "committee",
            "issuer",
            "superior"
          ]
        },
        "rules": {
          "type": "object",
          "required": [
            "zone",
            "remindAt",
            "quietHours",
            "sunsetNoticeDays",
            "responseWorkingDays",
            "calendar",
            "sources"
          ],
          "properties": {
            "zone": {
              "type": "string"
            },
            "remindAt": {
              "type": "string"
            },
            "quietHours": {
              "type": [
                "object",
                "null"
              ],
              "required": [
                "from",
                "until"
              ],
              "properties": {
                "from": {
                  "type": "string"
                },
                "until": {
                  "type": "string"
                }
              }
            },
            "sunsetNoticeDays": {
              "type": "number"
            },
            "responseWorkingDays": {
              "type": [
                "number",
                "null"
              ]
            },
            "calendar": {
              "$ref": "#/components/schemas/Calendar"
            },
            "sources": {
              "$ref": "#/components/schemas/Sources"
            }
          }
        }
      }
    },
    "ChildRow": {
      "type": "object",
      "required": [
        "id",
        "ref",
        "unit",
        "dueAt",
        "ended",
        "decided"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "ref": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "dueAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "ended": {
          "type": [
            "string",
            "null"
          ]
        },
        "decided": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "ClauseLine": {
      "type": "object",
      "required": [
        "ref",
        "kind",
        "text",
        "parent",
        "depth",
        "due",
        "byReference"
      ],
      "properties": {
        "ref": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "preamble",
            "principle",
            "task-bearing"
          ]
        },
        "text": {
          "type": "string"
        },
        "parent": {
          "type": [
            "string",
            "null"
          ]
        },
        "depth": {
          "type": "number"
        },
        "due": {
          "anyOf": [
            {
              "type": "null"
            },
            {
              "$ref": "#/components/schemas/Due"
            }
          ]
        },
        "byReference": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "Clearance": {
      "type": "object",
      "required": [
        "level",
        "compartments"
      ],
      "properties": {
        "level": {
          "type": "string",
          "enum": [
            "confidential",
            "internal",
            "open",
            "secret",
            "top-secret"
          ]
        },
        "compartments": {
          "anyOf": [
            {
              "type": "string",
              "enum": [
                "all"
              ]
            },
            {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          ]
        }
      }
    },
    "Conservation": {
      "type": "object",
      "required": [
        "succession",
        "from",
        "to",
        "effectiveOn",
        "cut",
        "manifestHash",
        "manifestAgrees",
        "items",
        "tally",
        "balanced"
      ],
      "properties": {
        "succession": {
          "type": "string"
        },
        "from": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "to": {
          "type": [
            "string",
            "null"
          ]
        },
        "effectiveOn": {
          "type": [
            "string",
            "null"
          ]
        },
        "cut": {
          "type": [
            "string",
            "null"
          ]
        },
        "manifestHash": {
          "type": [
            "string",
            "null"
          ]
        },
        "manifestAgrees": {
          "type": [
            "boolean",
            "null"
          ]
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Item"
          }
        },
        "tally": {
          "$ref": "#/components/schemas/Count"
        },
        "balanced": {
          "type": "boolean"
        }
      }
    },
    "ConsultationRow": {
      "type": "object",
      "required": [
        "consultation",
        "by",
        "unit",
        "dueAt",
        "policy",
        "state",
        "askedAt",
        "answeredAt"
      ],
      "properties": {
        "consultation": {
          "type": "number"
        },
        "by": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "dueAt": {
          "type": "string"
        },
        "policy": {
          "type": [
            "object",
            "null"
          ],
          "required": [
            "id",
            "version",
            "workingDays"
          ],
          "properties": {
            "id": {
              "type": "string"
            },
            "version": {
              "type": "number"
            },
            "workingDays": {
              "type": "number"
            }
          }
        },
        "state": {
          "type": "string",
          "enum": [
            "answered",
            "asked",
            "ended",
            "missed"
          ]
        },
        "askedAt": {
          "type": "string"
        },
        "answeredAt": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "ContributionRow": {
      "type": "object",
      "required": [
        "unit",
        "dueAt",
        "state",
        "at"
      ],
      "properties": {
        "unit": {
          "type": "string"
        },
        "dueAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "type": "string",
          "enum": [
            "asked",
            "given",
            "missed"
          ]
        },
        "at": {
          "type": "string"
        }
      }
    },
    "Count": {
      "type": "object",
      "required": [
        "holdings",
        "late",
        "moved",
        "closedMeanwhile",
        "open"
      ],
      "properties": {
        "holdings": {
          "type": "number"
        },
        "late": {
          "type": "number"
        },
        "moved": {
          "type": "number"
        },
        "closedMeanwhile": {
          "type": "number"
        },
        "open": {
          "type": "number"
        }
      }
    },
    "Counts": {
      "type": "object",
      "required": [
        "at",
        "total",
        "groups"
      ],
      "properties": {
        "at": {
          "type": "string",
          "format": "date-time"
        },
        "total": {
          "type": "number"
        },
        "groups": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "key",
              "count"
            ],
            "properties": {
              "key": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "count": {
                "type": "number"
              }
            }
          }
        }
      }
    },
    "Coverage": {
      "type": "object",
      "required": [
        "clause",
        "unit",
        "name",
        "level",
        "state",
        "steps",
        "through",
        "documents",
        "total",
        "states"
      ],
      "properties": {
        "clause": {
          "type": "string"
        },
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "name": {
          "type": [
            "string",
            "null"
          ]
        },
        "level": {
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "type": "string",
          "enum": [
            "acknowledged",
            "cancelled",
            "done",
            "issued",
            "notYetIssued",
            "tasked"
          ]
        },
        "steps": {
          "type": "number"
        },
        "through": {
          "type": [
            "string",
            "null"
          ]
        },
        "documents": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "total": {
          "type": "number"
        },
        "states": {
          "type": "object",
          "additionalProperties": {
            "type": "number"
          }
        }
      }
    },
    "CoverageFigures": {
      "type": "object",
      "required": [
        "coverage",
        "notComeDown"
      ],
      "properties": {
        "coverage": {
          "type": "object",
          "required": [
            "issued",
            "notYetIssued",
            "tasked",
            "acknowledged",
            "done",
            "cancelled"
          ],
          "properties": {
            "issued": {
              "type": "number"
            },
            "notYetIssued": {
              "type": "number"
            },
            "tasked": {
              "type": "number"
            },
            "acknowledged": {
              "type": "number"
            },
            "done": {
              "type": "number"
            },
            "cancelled": {
              "type": "number"
            }
          }
        },
        "notComeDown": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Missing"
          }
        }
      }
    },
    "DateMoved": {
      "type": "object",
      "required": [
        "how",
        "from",
        "to",
        "at",
        "reason",
        "order"
      ],
      "properties": {
        "how": {
          "type": "string",
          "enum": [
            "amended",
            "extended",
            "overridden",
            "recalculated",
            "resumed",
            "started"
          ]
        },
        "from": {
          "type": [
            "string",
            "null"
          ]
        },
        "to": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "reason": {},
        "order": {}
      }
    },
    "DecisionRow": {
      "type": "object",
      "required": [
        "finding",
        "ruling",
        "by",
        "at",
        "reason"
      ],
      "properties": {
        "finding": {
          "type": "string"
        },
        "ruling": {},
        "by": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "reason": {},
        "members": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "DeliveryRow": {
      "type": "object",
      "required": [
        "deliveryId",
        "notificationId",
        "unit",
        "notice",
        "about",
        "directiveId",
        "subscription",
        "channel",
        "state",
        "attempt",
        "at",
        "reason",
        "changedAt"
      ],
      "properties": {
        "deliveryId": {
          "type": "string"
        },
        "notificationId": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "notice": {
          "type": "string"
        },
        "about": {
          "type": "string"
        },
        "directiveId": {
          "type": "string"
        },
        "subscription": {
          "type": "string"
        },
        "channel": {
          "type": "string"
        },
        "state": {
          "type": "string"
        },
        "attempt": {
          "type": "number"
        },
        "at": {
          "type": [
            "string",
            "null"
          ]
        },
        "reason": {
          "type": [
            "string",
            "null"
          ]
        },
        "changedAt": {
          "type": "string"
        }
      }
    },
    "Derivation": {
      "type": "object",
      "required": [
        "says",
        "zone",
        "sources",
        "byIncludesTheDay",
        "roll",
        "daysOff",
        "covered",
        "remindDaysBefore",
        "remindAt",
        "quietHours",
        "dueSoonDays",
        "graceDays"
      ],
      "properties": {
        "says": {
          "$ref": "#/components/schemas/DueHere"
        },
        "zone": {
          "type": "string"
        },
        "sources": {
          "$ref": "#/components/schemas/Sources"
        },
        "byIncludesTheDay": {
          "type": "boolean"
        },
        "roll": {
          "type": "string",
          "enum": [
            "next",
            "none",
            "previous"
          ]
        },
        "daysOff": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "covered": {
          "type": "boolean"
        },
        "remindDaysBefore": {
          "type": "array",
          "items": {
            "type": "number"
          }
        },
        "remindAt": {
          "type": "string"
        },
        "quietHours": {
          "type": [
            "object",
            "null"
          ],
          "required": [
            "from",
            "until"
          ],
          "properties": {
            "from": {
              "type": "string"
            },
            "until": {
              "type": "string"
            }
          }
        },
        "dueSoonDays": {
          "type": "number"
        },
        "graceDays": {
          "type": [
            "number",
            "null"
          ]
        }
      }
    },
    "Directive": {
      "type": "object",
      "required": [
        "issuers",
        "findings",
        "implements",
        "changes",
        "directiveId",
        "slug",
        "number",
        "type",
        "term",
        "title",
        "adoptedOn",
        "issuedOn",
        "issuedAt",
        "recordedAt",
        "classification",
        "urgency",
        "watchFrom",
        "force"
      ],
      "properties": {
        "issuers": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "findings": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Finding"
          }
        },
        "implements": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Implemented"
          }
        },
        "changes": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ChangedBy"
          }
        },
        "directiveId": {
          "type": "string"
        },
        "slug": {
          "type": "string"
        },
        "number": {
          "type": [
            "string",
            "null"
          ]
        },
        "type": {
          "type": "string"
        },
        "term": {
          "type": [
            "string",
            "null"
          ]
        },
        "title": {
          "type": "string"
        },
        "adoptedOn": {
          "type": [
            "string",
            "null"
          ]
        },
        "issuedOn": {
          "type": "string"
        },
        "issuedAt": {
          "type": "string"
        },
        "recordedAt": {
          "type": "string"
        },
        "classification": {
          "type": "string"
        },
        "urgency": {
          "type": "string"
        },
        "watchFrom": {
          "type": [
            "string",
            "null"
          ]
        },
        "force": {
          "type": "string"
        }
      }
    },
    "Downward": {
      "type": "object",
      "required": [
        "directiveId",
        "directive",
        "clause",
        "task",
        "down"
      ],
      "properties": {
        "directiveId": {
          "type": "string"
        },
        "directive": {
          "type": "string"
        },
        "clause": {
          "type": "string"
        },
        "task": {
          "$ref": "#/components/schemas/ChainTask"
        },
        "down": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Downward"
          }
        }
      }
    },
    "Due": {
      "type": "object",
      "required": [
        "bound",
        "firmness"
      ],
      "properties": {
        "on": {
          "type": "string"
        },
        "month": {
          "type": "string"
        },
        "bound": {
          "type": "string",
          "enum": [
            "before",
            "by",
            "end-of",
            "from",
            "on",
            "within"
          ]
        },
        "firmness": {
          "type": "string",
          "enum": [
            "expected",
            "firm",
            "strive"
          ]
        },
        "orAsOrderedBy": {
          "type": "string"
        },
        "phrase": {
          "type": "string"
        },
        "inferred": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "boolean"
            },
            {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          ]
        },
        "vague": {
          "type": "boolean"
        },
        "setBy": {
          "type": "string"
        },
        "note": {
          "type": "string"
        }
      }
    },
    "DueHere": {
      "type": "object",
      "required": [
        "bound",
        "firmness"
      ],
      "properties": {
        "on": {
          "type": "string"
        },
        "month": {
          "type": "string"
        },
        "bound": {
          "type": "string",
          "enum": [
            "before",
            "by",
            "end-of",
            "from",
            "on",
            "within"
          ]
        },
        "firmness": {
          "type": "string",
          "enum": [
            "expected",
            "firm",
            "strive"
          ]
        },
        "orAsOrderedBy": {
          "type": "string"
        },
        "phrase": {
          "type": "string"
        },
        "inferred": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "boolean"
            },
            {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          ]
        },
        "vague": {
          "type": "boolean"
        },
        "setBy": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "clause": {
          "type": "string"
        }
      }
    },
    "EventLine": {
      "type": "object",
      "required": [
        "stream",
        "revision",
        "type",
        "data",
        "actor"
      ],
      "properties": {
        "rejection": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "number"
        },
        "type": {
          "type": "string"
        },
        "data": {},
        "actor": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "unit": {
              "type": "string"
            },
            "capacity": {
              "type": "string"
            },
            "origin": {
              "type": "string"
            }
          }
        },
        "cause": {
          "type": "string"
        }
      }
    },
    "Evidence": {
      "type": "object",
      "required": [
        "checkpoint",
        "stream",
        "events"
      ],
      "properties": {
        "checkpoint": {
          "type": "string"
        },
        "stream": {
          "type": "string"
        },
        "events": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/SealedEvent"
          }
        }
      }
    },
    "ExportTold": {
      "type": "object",
      "required": [
        "id",
        "kind",
        "format",
        "state",
        "askedAt",
        "until",
        "file",
        "refusal"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "coverage",
            "form",
            "form-owed",
            "late",
            "passing",
            "piling-up",
            "statistics",
            "unit-form"
          ]
        },
        "format": {
          "type": "string",
          "enum": [
            "csv",
            "xlsx"
          ]
        },
        "state": {
          "type": "string",
          "enum": [
            "asked",
            "made",
            "refused"
          ]
        },
        "askedAt": {
          "type": "string",
          "format": "date-time"
        },
        "until": {
          "type": "string",
          "format": "date-time"
        },
        "file": {
          "type": [
            "object",
            "null"
          ],
          "required": [
            "name",
            "bytes",
            "sha256"
          ],
          "properties": {
            "name": {
              "type": "string"
            },
            "bytes": {
              "type": "number"
            },
            "sha256": {
              "type": "string"
            }
          }
        },
        "refusal": {
          "anyOf": [
            {
              "type": "null"
            },
            {
              "$ref": "#/components/schemas/Refusal"
            }
          ]
        }
      }
    },
    "Finding": {
      "type": "object",
      "required": [
        "code",
        "ref",
        "message"
      ],
      "properties": {
        "code": {
          "type": "string",
          "enum": [
            "by-reference",
            "common-or-each",
            "date-before-issue",
            "date-inferred",
            "date-inherited",
            "date-set-elsewhere",
            "date-unknown",
            "date-vague",
            "effects-not-stated",
            "effects-refused",
            "figure-not-exact",
            "group-members-incomplete",
            "group-without-members",
            "inspection",
            "milestone-after-deadline",
            "no-accountable",
            "no-end",
            "no-interval",
            "no-lead",
            "no-number",
            "nobody-succeeds",
            "not-assigned",
            "number-not-parsed",
            "one-of-several",
            "open-coordinators",
            "open-issue",
            "or-as-ordered",
            "placeholder-not-filled",
            "recommended-upward",
            "several-leads",
            "starts-on-event",
            "succession-doubled",
            "succession-not-decided",
            "succession-open",
            "succession-pairwise",
            "urgent-without-date",
            "window-in-words",
            "window-start-unknown"
          ]
        },
        "ref": {
          "type": "string"
        },
        "message": {
          "type": "string"
        }
      }
    },
    "Flaw": {
      "type": "object",
      "required": [
        "pointer",
        "rule",
        "message"
      ],
      "properties": {
        "pointer": {
          "type": "string"
        },
        "rule": {
          "type": "string"
        },
        "message": {
          "type": "string"
        },
        "line": {
          "type": "number"
        },
        "column": {
          "type": "number"
        }
      }
    },
    "FormFigures": {
      "type": "object",
      "required": [
        "form",
        "on",
        "edition",
        "filled",
        "units",
        "lines"
      ],
      "properties": {
        "form": {
          "type": "string"
        },
        "on": {
          "type": "string"
        },
        "edition": {
          "type": "number"
        },
        "filled": {
          "type": "number"
        },
        "units": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LineTold"
          }
        }
      }
    },
    "FormOwedFigures": {
      "type": "object",
      "required": [
        "form",
        "on",
        "edition",
        "tasks",
        "filled",
        "units",
        "owed"
      ],
      "properties": {
        "form": {
          "type": "string"
        },
        "on": {
          "type": "string"
        },
        "edition": {
          "type": "number"
        },
        "tasks": {
          "type": "number"
        },
        "filled": {
          "type": "number"
        },
        "units": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "owed": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Owed"
          }
        }
      }
    },
    "FormReportTold": {
      "type": "object",
      "required": [
        "id",
        "form",
        "edition",
        "directiveId",
        "task",
        "unit",
        "on",
        "values",
        "written",
        "corrections",
        "filedAt",
        "changedAt"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "form": {
          "type": "string"
        },
        "edition": {
          "type": "number"
        },
        "directiveId": {
          "type": "string"
        },
        "task": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "on": {
          "type": "string"
        },
        "values": {
          "type": "object",
          "additionalProperties": {
            "type": "number"
          }
        },
        "written": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "key",
              "value"
            ],
            "properties": {
              "key": {
                "type": "string"
              },
              "value": {
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "number"
                  }
                ]
              }
            }
          }
        },
        "corrections": {
          "type": "number"
        },
        "filedAt": {
          "type": "string"
        },
        "changedAt": {
          "type": "string"
        }
      }
    },
    "Grant": {
      "type": "object",
      "required": [
        "capacity",
        "unit",
        "from",
        "until",
        "source"
      ],
      "properties": {
        "capacity": {
          "type": "string",
          "enum": [
            "*",
            "administrator",
            "auditor",
            "inspector",
            "leader",
            "officer",
            "secretariat",
            "standingUnit"
          ]
        },
        "unit": {
          "type": "string"
        },
        "from": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "until": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "source": {
          "type": "string"
        }
      }
    },
    "HealthAnswer": {
      "type": "object",
      "required": [
        "concerns",
        "status"
      ],
      "properties": {
        "head": {
          "type": "string"
        },
        "subscribers": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/SubscriberHealth"
          }
        },
        "failedRings": {
          "type": "number"
        },
        "lateSince": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "deliveriesParked": {
          "type": "boolean"
        },
        "queue": {
          "type": "string",
          "enum": [
            "evicts",
            "none",
            "shared",
            "unreachable"
          ]
        },
        "skews": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Skew"
          }
        },
        "leases": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "name",
              "epoch",
              "holder",
              "until"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "epoch": {
                "type": "number"
              },
              "holder": {
                "type": "string"
              },
              "until": {
                "type": "string",
                "format": "date-time"
              }
            }
          }
        },
        "rebuilds": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "view",
              "askedAt",
              "failing"
            ],
            "properties": {
              "view": {
                "type": "string"
              },
              "askedAt": {
                "type": "string",
                "format": "date-time"
              },
              "failing": {
                "anyOf": [
                  {
                    "type": "null"
                  },
                  {
                    "$ref": "#/components/schemas/Hindered"
                  }
                ]
              }
            }
          }
        },
        "concerns": {
          "type": "array",
          "items": {
            "type": "string",
            "enum": [
              "behind",
              "clocksDiffer",
              "deliveriesParked",
              "failing",
              "parked",
              "queueEvicts",
              "queueUnreachable",
              "ringsFailed",
              "ringsLate"
            ]
          }
        },
        "status": {
          "type": "string",
          "enum": [
            "degraded",
            "ok"
          ]
        }
      }
    },
    "Heap": {
      "type": "object",
      "required": [
        "key",
        "tasks",
        "matters",
        "because",
        "firstDueAt"
      ],
      "properties": {
        "key": {
          "type": "string"
        },
        "tasks": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "matters": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "because": {
          "type": "object",
          "required": [
            "stuck",
            "dueSoon",
            "notAcknowledged",
            "unanswered"
          ],
          "properties": {
            "stuck": {
              "type": "number"
            },
            "dueSoon": {
              "type": "number"
            },
            "notAcknowledged": {
              "type": "number"
            },
            "unanswered": {
              "type": "number"
            }
          }
        },
        "firstDueAt": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "Hindered": {
      "type": "object",
      "required": [
        "reason",
        "since"
      ],
      "properties": {
        "reason": {
          "type": "string"
        },
        "since": {
          "type": "string",
          "format": "date-time"
        }
      }
    },
    "Hit": {
      "type": "object",
      "required": [
        "kind",
        "id",
        "directiveId",
        "title"
      ],
      "properties": {
        "kind": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "directiveId": {
          "type": [
            "string",
            "null"
          ]
        },
        "title": {
          "type": "string"
        }
      }
    },
    "Implemented": {
      "type": "object",
      "required": [
        "directiveId",
        "clause",
        "by",
        "at"
      ],
      "properties": {
        "directiveId": {
          "type": "string"
        },
        "clause": {
          "type": "string"
        },
        "by": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "at": {
          "type": "string"
        },
        "until": {
          "type": "string"
        }
      }
    },
    "Invited": {
      "type": "object",
      "required": [
        "stream",
        "revision",
        "position",
        "invitation"
      ],
      "properties": {
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "number"
        },
        "position": {
          "type": "string"
        },
        "invitation": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "Item": {
      "type": "object",
      "required": [
        "holding",
        "held",
        "arrival",
        "outcome",
        "at"
      ],
      "properties": {
        "holding": {
          "type": "string"
        },
        "held": {
          "type": "object",
          "additionalProperties": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "arrival": {
          "type": "string",
          "enum": [
            "cut",
            "late"
          ]
        },
        "outcome": {
          "type": "string",
          "enum": [
            "closedMeanwhile",
            "moved",
            "open"
          ]
        },
        "at": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "LateFigures": {
      "type": "object",
      "required": [
        "byAccountable",
        "byLead"
      ],
      "properties": {
        "byAccountable": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LeaderTold"
          }
        },
        "byLead": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/LeaderTold"
          }
        }
      }
    },
    "LeaderTold": {
      "type": "object",
      "required": [
        "unit",
        "doneLate",
        "overdue",
        "longestDays",
        "meanWorkingDays",
        "tasks"
      ],
      "properties": {
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "doneLate": {
          "type": "number"
        },
        "overdue": {
          "type": "number"
        },
        "longestDays": {
          "type": "number"
        },
        "meanWorkingDays": {
          "type": [
            "number",
            "null"
          ]
        },
        "tasks": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "LineTold": {
      "type": "object",
      "required": [
        "key",
        "name",
        "parts",
        "total"
      ],
      "properties": {
        "key": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "parts": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "total": {
          "type": "number"
        }
      }
    },
    "Live": {
      "type": "object",
      "required": [
        "status"
      ],
      "properties": {
        "status": {
          "type": "string",
          "enum": [
            "live"
          ]
        }
      }
    },
    "Made": {
      "type": "object",
      "required": [
        "stream",
        "revision",
        "position",
        "id",
        "secret"
      ],
      "properties": {
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "number"
        },
        "position": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "secret": {
          "type": "string"
        }
      }
    },
    "MatterSummary": {
      "type": "object",
      "required": [
        "unit",
        "from",
        "state",
        "kind",
        "directiveId",
        "concerning",
        "office",
        "behalf",
        "repeats",
        "recommendedTo",
        "refusedBecause",
        "receivedAt",
        "answerBy",
        "responseMissed",
        "answeredAt",
        "handedOverFrom",
        "id",
        "task",
        "subject",
        "answer",
        "collective",
        "specialCare",
        "endangers",
        "consultations"
      ],
      "properties": {
        "unit": {
          "type": "string"
        },
        "from": {
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "directiveId": {
          "type": "string"
        },
        "concerning": {
          "type": [
            "string",
            "null"
          ]
        },
        "office": {
          "type": "string"
        },
        "behalf": {
          "type": [
            "string",
            "null"
          ]
        },
        "repeats": {
          "type": [
            "string",
            "null"
          ]
        },
        "recommendedTo": {
          "type": [
            "string",
            "null"
          ]
        },
        "refusedBecause": {
          "type": [
            "string",
            "null"
          ]
        },
        "receivedAt": {
          "type": "string"
        },
        "answerBy": {
          "type": [
            "string",
            "null"
          ]
        },
        "responseMissed": {
          "type": "number"
        },
        "answeredAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "handedOverFrom": {
          "type": [
            "string",
            "null"
          ]
        },
        "id": {
          "type": "string"
        },
        "task": {
          "type": [
            "string",
            "null"
          ]
        },
        "subject": {},
        "answer": {},
        "collective": {
          "type": "boolean"
        },
        "specialCare": {
          "type": "boolean"
        },
        "endangers": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "consultations": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ConsultationRow"
          }
        }
      }
    },
    "Means": {
      "type": "object",
      "required": [
        "password",
        "oidc"
      ],
      "properties": {
        "password": {
          "type": "boolean"
        },
        "oidc": {
          "type": "boolean"
        }
      }
    },
    "MilestoneState": {
      "type": "object",
      "required": [
        "name",
        "dueAt",
        "state"
      ],
      "properties": {
        "name": {
          "type": "string"
        },
        "dueAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "type": "string",
          "enum": [
            "met",
            "missed",
            "open"
          ]
        }
      }
    },
    "Missing": {
      "type": "object",
      "required": [
        "unit",
        "state",
        "directiveId",
        "clause"
      ],
      "properties": {
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "type": "string",
          "enum": [
            "acknowledged",
            "cancelled",
            "done",
            "issued",
            "notYetIssued",
            "tasked"
          ]
        },
        "directiveId": {
          "type": "string"
        },
        "clause": {
          "type": "string"
        }
      }
    },
    "MoveConfirmed": {
      "type": "object",
      "required": [
        "task",
        "ref",
        "member",
        "unit",
        "from",
        "to",
        "policy",
        "calendar",
        "outcome",
        "code",
        "message"
      ],
      "properties": {
        "task": {
          "type": "string"
        },
        "ref": {
          "type": "string"
        },
        "member": {
          "type": "string"
        },
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "from": {
          "type": "string",
          "format": "date-time"
        },
        "to": {
          "type": "string",
          "format": "date-time"
        },
        "policy": {
          "type": "string"
        },
        "calendar": {
          "type": "string"
        },
        "outcome": {
          "type": "string",
          "enum": [
            "confirmed",
            "refused"
          ]
        },
        "code": {
          "type": [
            "string",
            "null"
          ]
        },
        "message": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "MovesConfirmed": {
      "type": "object",
      "required": [
        "position",
        "confirmed",
        "refused",
        "items"
      ],
      "properties": {
        "position": {
          "type": "string"
        },
        "confirmed": {
          "type": "number"
        },
        "refused": {
          "type": "number"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/MoveConfirmed"
          }
        }
      }
    },
    "NamedFigure": {
      "type": "object",
      "required": [
        "value",
        "of",
        "bound",
        "name"
      ],
      "properties": {
        "value": {
          "type": "number"
        },
        "of": {
          "type": [
            "number",
            "null"
          ]
        },
        "bound": {
          "type": "string",
          "enum": [
            "about",
            "at-least",
            "at-most",
            "exactly",
            "less-than",
            "more-than"
          ]
        },
        "name": {
          "type": "string"
        }
      }
    },
    "NoticeRow": {
      "type": "object",
      "required": [
        "notificationId",
        "unit",
        "notice",
        "about",
        "directiveId",
        "requestedAt",
        "releaseAt"
      ],
      "properties": {
        "notificationId": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "notice": {
          "type": "string"
        },
        "about": {
          "type": "string"
        },
        "directiveId": {
          "type": "string"
        },
        "requestedAt": {
          "type": "string"
        },
        "releaseAt": {
          "type": "string"
        }
      }
    },
    "OccurrenceRow": {
      "type": "object",
      "required": [
        "occurrence",
        "from",
        "dueAt",
        "state",
        "reportedAt"
      ],
      "properties": {
        "occurrence": {
          "type": "number"
        },
        "from": {
          "type": "string"
        },
        "dueAt": {
          "type": "string"
        },
        "state": {
          "type": "string",
          "enum": [
            "late",
            "missed",
            "open",
            "overdue",
            "reported"
          ]
        },
        "reportedAt": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "OccurrenceSummary": {
      "type": "object",
      "required": [
        "occurrence",
        "from",
        "dueAt",
        "state",
        "reportedAt",
        "task",
        "member",
        "unit"
      ],
      "properties": {
        "occurrence": {
          "type": "number"
        },
        "from": {
          "type": "string"
        },
        "dueAt": {
          "type": "string"
        },
        "state": {
          "type": "string",
          "enum": [
            "late",
            "missed",
            "open",
            "overdue",
            "reported"
          ]
        },
        "reportedAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "task": {
          "type": "string"
        },
        "member": {
          "type": "string"
        },
        "unit": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "Offer": {
      "type": "object",
      "required": [
        "secret",
        "uri"
      ],
      "properties": {
        "secret": {
          "type": "string"
        },
        "uri": {
          "type": "string"
        }
      }
    },
    "OfficeRow": {
      "type": "object",
      "required": [
        "officeId",
        "unit",
        "capacity",
        "title",
        "closedAt"
      ],
      "properties": {
        "officeId": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "capacity": {
          "type": "string"
        },
        "title": {
          "type": "string"
        },
        "closedAt": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "Opened": {
      "type": "object",
      "required": [
        "stream",
        "revision",
        "position",
        "id",
        "invitation"
      ],
      "properties": {
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "number"
        },
        "position": {
          "type": "string"
        },
        "id": {
          "type": "string"
        },
        "invitation": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "Order": {
      "type": "object",
      "required": [
        "number",
        "issuer"
      ],
      "properties": {
        "number": {
          "type": "string"
        },
        "issuer": {
          "type": "string"
        },
        "title": {
          "type": "string"
        },
        "on": {
          "type": "string"
        }
      }
    },
    "Outcome": {
      "type": "object",
      "required": [
        "stream",
        "revision",
        "position"
      ],
      "properties": {
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "number"
        },
        "position": {
          "type": "string"
        }
      }
    },
    "Owed": {
      "type": "object",
      "required": [
        "task",
        "unit",
        "occurrence"
      ],
      "properties": {
        "task": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "occurrence": {
          "type": [
            "number",
            "null"
          ]
        }
      }
    },
    "Parked": {
      "type": "object",
      "required": [
        "stream",
        "revision",
        "reason"
      ],
      "properties": {
        "stream": {
          "type": "string"
        },
        "revision": {
          "type": "number"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "Passed": {
      "type": "object",
      "required": [
        "act",
        "unit",
        "at",
        "answeredAt"
      ],
      "properties": {
        "act": {
          "type": "string",
          "enum": [
            "opinion",
            "reassigned",
            "refused",
            "returned"
          ]
        },
        "unit": {
          "type": "string"
        },
        "at": {
          "type": "string"
        },
        "answeredAt": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "PassingFigures": {
      "type": "object",
      "required": [
        "passes",
        "byUnit",
        "byTask"
      ],
      "properties": {
        "passes": {
          "type": "number"
        },
        "byUnit": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "key",
              "total",
              "workingDays",
              "acts",
              "tasks"
            ],
            "properties": {
              "key": {
                "type": "string"
              },
              "total": {
                "type": "number"
              },
              "workingDays": {
                "type": "number"
              },
              "acts": {
                "type": "object",
                "required": [
                  "refused",
                  "reassigned",
                  "returned",
                  "opinion"
                ],
                "properties": {
                  "refused": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  },
                  "reassigned": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  },
                  "returned": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  },
                  "opinion": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  }
                }
              },
              "tasks": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          }
        },
        "byTask": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "key",
              "total",
              "workingDays",
              "acts",
              "tasks"
            ],
            "properties": {
              "key": {
                "type": "string"
              },
              "total": {
                "type": "number"
              },
              "workingDays": {
                "type": "number"
              },
              "acts": {
                "type": "object",
                "required": [
                  "refused",
                  "reassigned",
                  "returned",
                  "opinion"
                ],
                "properties": {
                  "refused": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  },
                  "reassigned": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  },
                  "returned": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  },
                  "opinion": {
                    "type": "object",
                    "required": [
                      "count",
                      "open",
                      "workingDays"
                    ],
                    "properties": {
                      "count": {
                        "type": "number"
                      },
                      "open": {
                        "type": "number"
                      },
                      "workingDays": {
                        "type": "number"
                      }
                    }
                  }
                }
              },
              "tasks": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "PilingUpFigures": {
      "type": "object",
      "required": [
        "atHand",
        "byKind",
        "byUnit",
        "byClause"
      ],
      "properties": {
        "atHand": {
          "type": "number"
        },
        "byKind": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Heap"
          }
        },
        "byUnit": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Heap"
          }
        },
        "byClause": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Heap"
          }
        }
      }
    },
    "ReadFigure": {
      "type": "object",
      "required": [
        "value",
        "of",
        "bound"
      ],
      "properties": {
        "value": {
          "type": "number"
        },
        "of": {
          "type": [
            "number",
            "null"
          ]
        },
        "bound": {
          "type": "string",
          "enum": [
            "about",
            "at-least",
            "at-most",
            "exactly",
            "less-than",
            "more-than"
          ]
        }
      }
    },
    "Ready": {
      "type": "object",
      "required": [
        "status"
      ],
      "properties": {
        "status": {
          "type": "string",
          "enum": [
            "ready"
          ]
        }
      }
    },
    "ReferenceRow": {
      "type": "object",
      "required": [
        "editionId",
        "kind",
        "referenceId",
        "edition",
        "validFrom",
        "validUntil",
        "publishedAt"
      ],
      "properties": {
        "editionId": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "referenceId": {
          "type": "string"
        },
        "edition": {
          "type": "number"
        },
        "validFrom": {
          "type": "string"
        },
        "validUntil": {
          "type": [
            "string",
            "null"
          ]
        },
        "publishedAt": {
          "type": "string"
        }
      }
    },
    "Refusal": {
      "type": "object",
      "required": [
        "code",
        "detail"
      ],
      "properties": {
        "code": {
          "type": "string"
        },
        "detail": {
          "type": "string"
        }
      }
    },
    "Registered": {
      "type": "object",
      "required": [
        "position",
        "units"
      ],
      "properties": {
        "position": {
          "type": "string"
        },
        "units": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Outcome"
          }
        }
      }
    },
    "RehearsalAnswer": {
      "type": "object",
      "required": [
        "title",
        "number",
        "from",
        "until",
        "rules",
        "units",
        "steps",
        "deadlines",
        "mandateUntil",
        "counts",
        "refusals",
        "findings"
      ],
      "properties": {
        "title": {
          "type": "string"
        },
        "number": {
          "type": [
            "string",
            "null"
          ]
        },
        "from": {
          "type": "string"
        },
        "until": {
          "type": "string"
        },
        "rules": {
          "$ref": "#/components/schemas/RehearsalRules"
        },
        "units": {
          "type": "number"
        },
        "steps": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RehearsalStep"
          }
        },
        "deadlines": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RehearsedDeadline"
          }
        },
        "mandateUntil": {
          "type": [
            "string",
            "null"
          ]
        },
        "counts": {
          "type": "object",
          "required": [
            "tasks",
            "byState",
            "byDeadlineClass",
            "byKind",
            "matters",
            "standingUnits"
          ],
          "properties": {
            "tasks": {
              "type": "number"
            },
            "byState": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "byDeadlineClass": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "byKind": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "matters": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "standingUnits": {
              "type": "object",
              "required": [
                "expected",
                "setUp",
                "missing"
              ],
              "properties": {
                "expected": {
                  "type": "number"
                },
                "setUp": {
                  "type": "number"
                },
                "missing": {
                  "type": "number"
                }
              }
            }
          }
        },
        "refusals": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ScriptRefusal"
          }
        },
        "findings": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Finding"
          }
        }
      }
    },
    "RehearsalRules": {
      "type": "object",
      "required": [
        "policyId",
        "policyVersion",
        "calendarId",
        "calendarVersion",
        "zone"
      ],
      "properties": {
        "policyId": {
          "type": "string"
        },
        "policyVersion": {
          "type": "number"
        },
        "calendarId": {
          "type": "string"
        },
        "calendarVersion": {
          "type": "number"
        },
        "zone": {
          "type": "string"
        }
      }
    },
    "RehearsalStep": {
      "type": "object",
      "required": [
        "at",
        "type",
        "refs",
        "units",
        "count",
        "told",
        "offices",
        "code"
      ],
      "properties": {
        "at": {
          "type": "string"
        },
        "type": {
          "type": "string"
        },
        "refs": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "units": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "count": {
          "type": "number"
        },
        "told": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "offices": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RehearsedOffice"
          }
        },
        "code": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "RehearsedDeadline": {
      "type": "object",
      "required": [
        "ref",
        "kind",
        "dueAt",
        "milestone",
        "count",
        "derivation"
      ],
      "properties": {
        "ref": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "dueAt": {
          "type": "string"
        },
        "milestone": {
          "type": [
            "string",
            "null"
          ]
        },
        "count": {
          "type": "number"
        },
        "derivation": {
          "anyOf": [
            {
              "type": "null"
            },
            {
              "$ref": "#/components/schemas/Derivation"
            }
          ]
        }
      }
    },
    "RehearsedOffice": {
      "type": "object",
      "required": [
        "kind",
        "unit"
      ],
      "properties": {
        "kind": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        }
      }
    },
    "Report": {
      "type": "object",
      "required": [
        "findings",
        "ok",
        "errors"
      ],
      "properties": {
        "findings": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Finding"
          }
        },
        "ok": {
          "type": "boolean"
        },
        "counts": {
          "type": "object",
          "required": [
            "clauses",
            "tasks",
            "byKind",
            "dated",
            "urgent",
            "noLead",
            "severalLeads"
          ],
          "properties": {
            "clauses": {
              "type": "number"
            },
            "tasks": {
              "type": "number"
            },
            "byKind": {
              "type": "object",
              "required": [
                "until",
                "once",
                "standing",
                "periodic",
                "conditional"
              ],
              "properties": {
                "until": {
                  "type": "number"
                },
                "once": {
                  "type": "number"
                },
                "standing": {
                  "type": "number"
                },
                "periodic": {
                  "type": "number"
                },
                "conditional": {
                  "type": "number"
                }
              }
            },
            "dated": {
              "type": "number"
            },
            "urgent": {
              "type": "number"
            },
            "noLead": {
              "type": "number"
            },
            "severalLeads": {
              "type": "number"
            }
          }
        },
        "errors": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Flaw"
          }
        }
      }
    },
    "ScriptRefusal": {
      "type": "object",
      "required": [
        "at",
        "as",
        "do",
        "task",
        "code",
        "message"
      ],
      "properties": {
        "at": {
          "type": "string"
        },
        "as": {
          "type": "string"
        },
        "do": {
          "type": "string"
        },
        "task": {
          "type": [
            "string",
            "null"
          ]
        },
        "code": {
          "type": "string"
        },
        "message": {
          "type": "string"
        },
        "directive": {
          "type": "string"
        }
      }
    },
    "Sealed": {
      "type": "object",
      "required": [
        "sealed",
        "keyId"
      ],
      "properties": {
        "sealed": {
          "type": "string"
        },
        "keyId": {
          "type": "string"
        }
      }
    },
    "SealedEvent": {
      "type": "object",
      "required": [
        "revision",
        "id",
        "type",
        "data",
        "meta",
        "index",
        "proof"
      ],
      "properties": {
        "revision": {
          "type": "number"
        },
        "id": {
          "type": "string"
        },
        "type": {
          "type": "string"
        },
        "data": {},
        "meta": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "index": {
          "type": [
            "number",
            "null"
          ]
        },
        "proof": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "SessionShown": {
      "type": "object",
      "required": [
        "handle",
        "beganAt",
        "seenAt",
        "address",
        "agent",
        "current"
      ],
      "properties": {
        "handle": {
          "type": "string"
        },
        "beganAt": {
          "type": "string"
        },
        "seenAt": {
          "type": "string"
        },
        "address": {
          "type": "string"
        },
        "agent": {
          "type": "string"
        },
        "current": {
          "type": "boolean"
        }
      }
    },
    "Skew": {
      "type": "object",
      "required": [
        "name",
        "aheadMs",
        "withinMs"
      ],
      "properties": {
        "name": {
          "type": "string"
        },
        "aheadMs": {
          "type": "number"
        },
        "withinMs": {
          "type": "number"
        }
      }
    },
    "Source": {
      "type": "object",
      "required": [
        "number",
        "type",
        "issuers",
        "date",
        "title"
      ],
      "properties": {
        "number": {
          "type": [
            "string",
            "null"
          ]
        },
        "type": {
          "type": "string"
        },
        "issuers": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "date": {
          "type": [
            "string",
            "null"
          ]
        },
        "title": {
          "type": "string"
        }
      }
    },
    "Sources": {
      "type": "object",
      "required": [
        "policy",
        "calendar"
      ],
      "properties": {
        "policy": {
          "type": "string"
        },
        "calendar": {
          "type": "string"
        }
      }
    },
    "StandingUnitRow": {
      "type": "object",
      "required": [
        "standingUnitId",
        "directiveId",
        "committee",
        "from",
        "until",
        "untilOn",
        "state",
        "heir",
        "setUpAt"
      ],
      "properties": {
        "standingUnitId": {
          "type": "string"
        },
        "directiveId": {
          "type": "string"
        },
        "committee": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "until": {
          "type": [
            "string",
            "null"
          ]
        },
        "untilOn": {
          "type": [
            "string",
            "null"
          ]
        },
        "state": {
          "type": "string"
        },
        "heir": {
          "type": "string"
        },
        "setUpAt": {
          "type": "string"
        }
      }
    },
    "StandingUnits": {
      "type": "object",
      "required": [
        "charter",
        "expected",
        "answering",
        "setUp",
        "missing"
      ],
      "properties": {
        "charter": {
          "anyOf": [
            {
              "type": "null"
            },
            {
              "$ref": "#/components/schemas/Charter"
            }
          ]
        },
        "expected": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "answering": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "setUp": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/StandingUnitRow"
          }
        },
        "missing": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "Statistics": {
      "type": "object",
      "required": [
        "doneInTime",
        "doneLate",
        "openInTime",
        "openOverdue",
        "fellDue",
        "percentDone"
      ],
      "properties": {
        "doneInTime": {
          "type": "number"
        },
        "doneLate": {
          "type": "number"
        },
        "openInTime": {
          "type": "number"
        },
        "openOverdue": {
          "type": "number"
        },
        "fellDue": {
          "type": "number"
        },
        "percentDone": {
          "type": [
            "number",
            "null"
          ]
        }
      }
    },
    "StatisticsAt": {
      "type": "object",
      "required": [
        "at",
        "formula",
        "rounding",
        "doneInTime",
        "doneLate",
        "openInTime",
        "openOverdue",
        "fellDue",
        "percentDone"
      ],
      "properties": {
        "at": {
          "type": "string",
          "format": "date-time"
        },
        "formula": {
          "type": "string",
          "enum": [
            "statistics@1"
          ]
        },
        "rounding": {
          "type": "string",
          "enum": [
            "down-2",
            "half-up-1",
            "half-up-2"
          ]
        },
        "doneInTime": {
          "type": "number"
        },
        "doneLate": {
          "type": "number"
        },
        "openInTime": {
          "type": "number"
        },
        "openOverdue": {
          "type": "number"
        },
        "fellDue": {
          "type": "number"
        },
        "percentDone": {
          "type": [
            "number",
            "null"
          ]
        }
      }
    },
    "StatisticsFigures": {
      "type": "object",
      "required": [
        "statistics",
        "ageing",
        "meanDaysLate",
        "stuck",
        "waiting",
        "months"
      ],
      "properties": {
        "statistics": {
          "type": "object",
          "required": [
            "doneInTime",
            "doneLate",
            "openInTime",
            "openOverdue",
            "fellDue",
            "percentDone",
            "tasks"
          ],
          "properties": {
            "doneInTime": {
              "type": "number"
            },
            "doneLate": {
              "type": "number"
            },
            "openInTime": {
              "type": "number"
            },
            "openOverdue": {
              "type": "number"
            },
            "fellDue": {
              "type": "number"
            },
            "percentDone": {
              "type": [
                "number",
                "null"
              ]
            },
            "tasks": {
              "type": "object",
              "required": [
                "doneInTime",
                "doneLate",
                "openInTime",
                "openOverdue"
              ],
              "properties": {
                "doneInTime": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "doneLate": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "openInTime": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "openOverdue": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        },
        "ageing": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "from",
              "to",
              "count",
              "tasks"
            ],
            "properties": {
              "from": {
                "type": "number"
              },
              "to": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "count": {
                "type": "number"
              },
              "tasks": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          }
        },
        "meanDaysLate": {
          "type": "object",
          "required": [
            "workingDays",
            "covered",
            "tasks"
          ],
          "properties": {
            "workingDays": {
              "type": [
                "number",
                "null"
              ]
            },
            "covered": {
              "type": "boolean"
            },
            "tasks": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        },
        "stuck": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "task",
              "needs",
              "by"
            ],
            "properties": {
              "task": {
                "type": "string"
              },
              "needs": {
                "type": "string",
                "enum": [
                  "addressee",
                  "escalation",
                  "extension",
                  "interval",
                  "lead",
                  "part",
                  "resumption",
                  "successor",
                  "unit"
                ]
              },
              "by": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          }
        },
        "waiting": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "task",
              "owed"
            ],
            "properties": {
              "task": {
                "type": "string"
              },
              "owed": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "unit",
                    "step"
                  ],
                  "properties": {
                    "unit": {
                      "type": "string"
                    },
                    "step": {
                      "type": "string",
                      "enum": [
                        "accept",
                        "acknowledge",
                        "contribute",
                        "part",
                        "report",
                        "submit"
                      ]
                    }
                  }
                }
              }
            }
          }
        },
        "months": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "doneInTime",
              "doneLate",
              "openOverdue",
              "fellDue",
              "percentDone",
              "month",
              "change",
              "tasks"
            ],
            "properties": {
              "doneInTime": {
                "type": "number"
              },
              "doneLate": {
                "type": "number"
              },
              "openOverdue": {
                "type": "number"
              },
              "fellDue": {
                "type": "number"
              },
              "percentDone": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "month": {
                "type": "string"
              },
              "change": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "tasks": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "SubscriberHealth": {
      "type": "object",
      "required": [
        "name",
        "reached",
        "parked",
        "failing",
        "behind"
      ],
      "properties": {
        "name": {
          "type": "string"
        },
        "reached": {
          "type": "string"
        },
        "parked": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Parked"
          }
        },
        "failing": {
          "type": [
            "string",
            "null"
          ]
        },
        "behind": {
          "type": "boolean"
        }
      }
    },
    "SubscriptionShown": {
      "type": "object",
      "required": [
        "subscription",
        "channel",
        "address",
        "language",
        "ended"
      ],
      "properties": {
        "subscription": {
          "type": "string"
        },
        "channel": {
          "type": "string"
        },
        "address": {
          "type": [
            "string",
            "null"
          ]
        },
        "language": {
          "type": [
            "string",
            "null"
          ]
        },
        "ended": {
          "type": "boolean"
        }
      }
    },
    "SuccessionShown": {
      "type": "object",
      "required": [
        "id",
        "status",
        "kind",
        "to",
        "effectiveOn",
        "successor",
        "from",
        "withdrawn",
        "listed"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "status": {
          "type": [
            "string",
            "null"
          ]
        },
        "kind": {
          "type": "string"
        },
        "to": {
          "type": [
            "string",
            "null"
          ]
        },
        "effectiveOn": {
          "type": [
            "string",
            "null"
          ]
        },
        "successor": {
          "type": [
            "string",
            "null"
          ]
        },
        "holdings": {
          "type": "number"
        },
        "late": {
          "type": "number"
        },
        "moved": {
          "type": "number"
        },
        "closedMeanwhile": {
          "type": "number"
        },
        "open": {
          "type": "number"
        },
        "balanced": {
          "type": "boolean"
        },
        "from": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "withdrawn": {
          "type": "boolean"
        },
        "listed": {
          "type": "boolean"
        }
      }
    },
    "SuccessionSummary": {
      "type": "object",
      "required": [
        "id",
        "kind",
        "to",
        "effectiveOn",
        "status",
        "successor",
        "holdings",
        "late",
        "moved",
        "closedMeanwhile",
        "open",
        "balanced"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "to": {
          "type": [
            "string",
            "null"
          ]
        },
        "effectiveOn": {
          "type": [
            "string",
            "null"
          ]
        },
        "status": {
          "type": [
            "string",
            "null"
          ]
        },
        "successor": {
          "type": [
            "string",
            "null"
          ]
        },
        "holdings": {
          "type": "number"
        },
        "late": {
          "type": "number"
        },
        "moved": {
          "type": "number"
        },
        "closedMeanwhile": {
          "type": "number"
        },
        "open": {
          "type": "number"
        },
        "balanced": {
          "type": "boolean"
        }
      }
    },
    "Summary": {
      "type": "object",
      "required": [
        "directive",
        "directiveId",
        "at",
        "tasks",
        "occurrences",
        "statistics",
        "matters",
        "formReports",
        "standingUnits",
        "successions",
        "figures",
        "coverage",
        "notComeDown",
        "counts"
      ],
      "properties": {
        "directive": {
          "type": "string"
        },
        "directiveId": {
          "type": "string"
        },
        "at": {
          "type": "string",
          "format": "date-time"
        },
        "tasks": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/TaskSummary"
          }
        },
        "occurrences": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/OccurrenceSummary"
          }
        },
        "statistics": {
          "$ref": "#/components/schemas/Statistics"
        },
        "matters": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/MatterSummary"
          }
        },
        "formReports": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/FormReportTold"
          }
        },
        "standingUnits": {
          "type": "object",
          "required": [
            "expected",
            "setUp",
            "missing"
          ],
          "properties": {
            "expected": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "setUp": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "missing": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        },
        "successions": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/SuccessionSummary"
          }
        },
        "figures": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id",
              "title",
              "unit",
              "total",
              "parts"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "unit": {
                "type": [
                  "string",
                  "null"
                ]
              },
              "total": {
                "anyOf": [
                  {
                    "type": "null"
                  },
                  {
                    "$ref": "#/components/schemas/ReadFigure"
                  }
                ]
              },
              "parts": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/NamedFigure"
                }
              }
            }
          }
        },
        "coverage": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Coverage"
          }
        },
        "notComeDown": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Coverage"
          }
        },
        "counts": {
          "type": "object",
          "required": [
            "tasks",
            "byState",
            "byDeadlineClass",
            "byKind",
            "matters",
            "standingUnits"
          ],
          "properties": {
            "tasks": {
              "type": "number"
            },
            "byState": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "byDeadlineClass": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "byKind": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "matters": {
              "type": "object",
              "additionalProperties": {
                "type": "number"
              }
            },
            "standingUnits": {
              "type": "object",
              "required": [
                "expected",
                "setUp",
                "missing"
              ],
              "properties": {
                "expected": {
                  "type": "number"
                },
                "setUp": {
                  "type": "number"
                },
                "missing": {
                  "type": "number"
                }
              }
            }
          }
        }
      }
    },
    "Target": {
      "type": "object",
      "required": [
        "value"
      ],
      "properties": {
        "value": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "number"
            }
          ]
        },
        "of": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "number"
            }
          ]
        },
        "bound": {
          "type": "string",
          "enum": [
            "about",
            "at-least",
            "at-most",
            "exactly",
            "less-than",
            "more-than"
          ]
        },
        "name": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "notes": {
          "type": "string"
        }
      }
    },
    "TaskDetail": {
      "type": "object",
      "required": [
        "id",
        "ref",
        "clause",
        "kind",
        "unit",
        "accountable",
        "lead",
        "coordinating",
        "state",
        "dueAt",
        "deadlineClass",
        "milestones",
        "escalatedTo",
        "says",
        "parent",
        "extensions",
        "dates",
        "request",
        "passed",
        "children",
        "contributions",
        "decisions",
        "occurrences",
        "directiveId",
        "member",
        "statement",
        "urgent",
        "started",
        "assignment",
        "submission",
        "watchFrom",
        "decidedAt",
        "evidence",
        "lastReport",
        "escalationLevel"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "ref": {
          "type": "string"
        },
        "clause": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "accountable": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "lead": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "coordinating": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "state": {
          "type": "string"
        },
        "dueAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "deadlineClass": {
          "type": "string"
        },
        "milestones": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/MilestoneState"
          }
        },
        "escalatedTo": {
          "type": [
            "string",
            "null"
          ]
        },
        "says": {
          "type": "object",
          "properties": {
            "status": {
              "type": "string",
              "enum": [
                "announced",
                "assigned",
                "proposed"
              ]
            },
            "origin": {
              "type": "string",
              "enum": [
                "agreed",
                "directive",
                "report",
                "speech"
              ]
            },
            "byReference": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "boolean"
                },
                {
                  "$ref": "#/components/schemas/Source"
                },
                {
                  "type": "array",
                  "items": {
                    "anyOf": [
                      {
                        "type": "string"
                      },
                      {
                        "$ref": "#/components/schemas/Source"
                      }
                    ]
                  }
                }
              ]
            },
            "due": {
              "$ref": "#/components/schemas/DueHere"
            },
            "window": {
              "$ref": "#/components/schemas/Window"
            },
            "trigger": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "$ref": "#/components/schemas/TaskStart"
                }
              ]
            },
            "condition": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "$ref": "#/components/schemas/TaskStart"
                }
              ]
            },
            "direction": {
              "type": "string",
              "enum": [
                "down",
                "up"
              ]
            },
            "concerns": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "targets": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/Target"
              }
            }
          }
        },
        "parent": {
          "type": [
            "string",
            "null"
          ]
        },
        "extensions": {
          "type": "number"
        },
        "dates": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DateMoved"
          }
        },
        "request": {},
        "passed": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Passed"
          }
        },
        "children": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ChildRow"
          }
        },
        "contributions": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ContributionRow"
          }
        },
        "decisions": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DecisionRow"
          }
        },
        "occurrences": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/OccurrenceRow"
          }
        },
        "directiveId": {
          "type": "string"
        },
        "member": {
          "type": "string"
        },
        "statement": {},
        "urgent": {
          "type": "boolean"
        },
        "started": {
          "type": "boolean"
        },
        "assignment": {
          "type": "number"
        },
        "submission": {
          "type": "number"
        },
        "watchFrom": {
          "type": [
            "string",
            "null"
          ]
        },
        "decidedAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "evidence": {},
        "lastReport": {},
        "escalationLevel": {
          "type": "number"
        }
      }
    },
    "TaskStart": {
      "type": "object",
      "required": [
        "task",
        "when"
      ],
      "properties": {
        "task": {
          "type": "string"
        },
        "when": {
          "type": "string",
          "enum": [
            "accepted",
            "overdue"
          ]
        },
        "text": {
          "type": "string"
        }
      }
    },
    "TaskSummary": {
      "type": "object",
      "required": [
        "id",
        "ref",
        "clause",
        "kind",
        "unit",
        "accountable",
        "lead",
        "coordinating",
        "state",
        "dueAt",
        "deadlineClass",
        "milestones",
        "escalatedTo",
        "says",
        "parent",
        "extensions",
        "dates",
        "request",
        "passed",
        "children",
        "contributions",
        "decisions",
        "occurrences"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "ref": {
          "type": "string"
        },
        "clause": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "accountable": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "lead": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "coordinating": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "state": {
          "type": "string"
        },
        "dueAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "deadlineClass": {
          "type": "string"
        },
        "milestones": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/MilestoneState"
          }
        },
        "escalatedTo": {
          "type": [
            "string",
            "null"
          ]
        },
        "says": {
          "type": "object",
          "properties": {
            "status": {
              "type": "string",
              "enum": [
                "announced",
                "assigned",
                "proposed"
              ]
            },
            "origin": {
              "type": "string",
              "enum": [
                "agreed",
                "directive",
                "report",
                "speech"
              ]
            },
            "byReference": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "type": "boolean"
                },
                {
                  "$ref": "#/components/schemas/Source"
                },
                {
                  "type": "array",
                  "items": {
                    "anyOf": [
                      {
                        "type": "string"
                      },
                      {
                        "$ref": "#/components/schemas/Source"
                      }
                    ]
                  }
                }
              ]
            },
            "due": {
              "$ref": "#/components/schemas/DueHere"
            },
            "window": {
              "$ref": "#/components/schemas/Window"
            },
            "trigger": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "$ref": "#/components/schemas/TaskStart"
                }
              ]
            },
            "condition": {
              "anyOf": [
                {
                  "type": "string"
                },
                {
                  "$ref": "#/components/schemas/TaskStart"
                }
              ]
            },
            "direction": {
              "type": "string",
              "enum": [
                "down",
                "up"
              ]
            },
            "concerns": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "targets": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/Target"
              }
            }
          }
        },
        "parent": {
          "type": [
            "string",
            "null"
          ]
        },
        "extensions": {
          "type": "number"
        },
        "dates": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DateMoved"
          }
        },
        "request": {},
        "passed": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Passed"
          }
        },
        "children": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ChildRow"
          }
        },
        "contributions": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ContributionRow"
          }
        },
        "decisions": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DecisionRow"
          }
        },
        "occurrences": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/OccurrenceRow"
          }
        }
      }
    },
    "TokenShown": {
      "type": "object",
      "required": [
        "id",
        "name",
        "until",
        "revoked",
        "reading"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": [
            "string",
            "null"
          ]
        },
        "until": {
          "type": [
            "string",
            "null"
          ]
        },
        "revoked": {
          "type": "boolean"
        },
        "reading": {
          "type": "boolean"
        }
      }
    },
    "Unit": {
      "type": "object",
      "required": [
        "names",
        "aliases",
        "oneOf",
        "membership",
        "successors",
        "unitId",
        "kind",
        "level",
        "parent",
        "size"
      ],
      "properties": {
        "names": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "aliases": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "oneOf": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "membership": {
          "type": "array",
          "items": {}
        },
        "successors": {
          "type": "array",
          "items": {}
        },
        "unitId": {
          "type": "string"
        },
        "kind": {
          "type": "string"
        },
        "level": {
          "type": [
            "string",
            "null"
          ]
        },
        "parent": {
          "type": [
            "string",
            "null"
          ]
        },
        "size": {
          "type": [
            "number",
            "null"
          ]
        }
      }
    },
    "UnitFormFigures": {
      "type": "object",
      "required": [
        "tasks",
        "notRecorded"
      ],
      "properties": {
        "tasks": {
          "type": "number"
        },
        "notRecorded": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "Upward": {
      "type": "object",
      "required": [
        "directiveId",
        "directive",
        "issuers",
        "clause",
        "text",
        "tasks",
        "up"
      ],
      "properties": {
        "directiveId": {
          "type": "string"
        },
        "directive": {
          "type": "string"
        },
        "issuers": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "clause": {
          "type": "string"
        },
        "text": {
          "type": "string"
        },
        "tasks": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/ChainTask"
          }
        },
        "up": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Upward"
          }
        }
      }
    },
    "WebhookKey": {
      "type": "object",
      "required": [
        "publicKey"
      ],
      "properties": {
        "publicKey": {
          "type": "string"
        }
      }
    },
    "Well": {
      "type": "object",
      "required": [
        "status"
      ],
      "properties": {
        "status": {
          "type": "string",
          "enum": [
            "degraded",
            "ok"
          ]
        }
      }
    },
    "Window": {
      "type": "object",
      "required": [
        "from",
        "until"
      ],
      "properties": {
        "from": {
          "type": [
            "string",
            "null"
          ]
        },
        "until": {
          "type": [
            "string",
            "null"
          ]
        },
        "phrase": {
          "type": "string"
        }
      }
    },
    "WouldMove": {
      "type": "object",
      "required": [
        "task",
        "ref",
        "member",
        "unit",
        "from",
        "to",
        "policy",
        "calendar"
      ],
      "properties": {
        "task": {
          "type": "string"
        },
        "ref": {
          "type": "string"
        },
        "member": {
          "type": "string"
        },
        "unit": {
          "type": [
            "string",
            "null"
          ]
        },
        "from": {
          "type": "string",
          "format": "date-time"
        },
        "to": {
          "type": "string",
          "format": "date-time"
        },
        "policy": {
          "type": "string"
        },
        "calendar": {
          "type": "string"
        }
      }
    }
  }
};
