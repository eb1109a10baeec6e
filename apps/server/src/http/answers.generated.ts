// Made by client-walk.int.spec.ts. Do not edit.
export const answers: Readonly<Record<string, unknown>> = {
  "get /accounts": [
    {
      "id": "local",
      "kind": "operator",
      "name": "local",
      "login": null,
      "disabled": false,
      "grants": [
        {
          "capacity": "*",
          "unit": "*",
          "from": null,
          "until": null,
          "source": "the data folder"
        }
      ],
      "clearance": null,
      "means": [],
      "tokens": [
        {
          "id": "local",
          "name": "tests",
          "until": null,
          "revoked": false,
          "reading": false
        }
      ]
    }
  ],
  "get /accounts/me": {
    "id": "local",
    "kind": "operator",
    "name": "local",
    "login": null,
    "disabled": false,
    "grants": [
      {
        "capacity": "*",
        "unit": "*",
        "from": null,
        "until": null,
        "source": "the data folder"
      }
    ],
    "clearance": null,
    "means": [],
    "tokens": [
      {
        "id": "local",
        "name": "tests",
        "until": null,
        "revoked": false,
        "reading": false
      }
    ]
  },
  "get /accounts/{id}": {
    "id": "13585a5b-131c-5397-8cc1-79f469bc92b1",
    "kind": "person",
    "name": "Ann Nguyen",
    "login": "ann.nguyen",
    "disabled": false,
    "grants": [
      {
        "capacity": "officer",
        "unit": "government-party-committee",
        "from": "2025-05-20T02:00:00.000Z",
        "until": null,
        "source": "account-13585a5b-131c-5397-8cc1-79f469bc92b1#1"
      }
    ],
    "clearance": null,
    "means": [],
    "tokens": []
  },
  "get /accounts/{id}/authority": [
    {
      "grant": {
        "capacity": "officer",
        "unit": "government-party-committee",
        "from": "2025-05-20T02:00:00.000Z",
        "until": null,
        "source": "account-13585a5b-131c-5397-8cc1-79f469bc92b1#1"
      },
      "given": {
        "at": "2025-05-20T02:00:00.000Z",
        "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
        "revision": 1,
        "type": "GrantGiven",
        "data": {
          "basis": "Decision No. 12-QĐ/VP",
          "capacity": "officer",
          "from": "2025-05-20T02:00:00.000Z",
          "grant": 1,
          "unit": "government-party-committee",
          "until": null
        },
        "actor": {
          "id": "local",
          "unit": "installation",
          "capacity": "administrator",
          "origin": "person"
        },
        "cause": "0c7d2f71-5dc8-5486-9f7f-efa23ae611ae"
      }
    }
  ],
  "get /accounts/{id}/history": [
    {
      "at": "2025-05-20T02:00:00.000Z",
      "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
      "revision": 0,
      "type": "AccountOpened",
      "data": {
        "kind": "person"
      },
      "actor": {
        "id": "local",
        "unit": "installation",
        "capacity": "administrator",
        "origin": "person"
      },
      "cause": "0e6b10d1-ba03-5653-8ef2-418aee111d8c"
    }
  ],
  "get /attachments": {
    "items": [],
    "next": null
  },
  "get /counts": {
    "at": "2025-05-20T02:00:00.000Z",
    "total": 7,
    "groups": [
      {
        "key": "accepted",
        "count": 1
      }
    ]
  },
  "get /deliveries": {
    "items": [],
    "next": null
  },
  "get /directives": {
    "items": [
      {
        "directiveId": "294d6c2d-01b2-59e6-83fd-2eb3fa5560ef",
        "slug": "plan-8",
        "number": "8-KH/ĐU",
        "type": "plan",
        "term": "13",
        "title": "On archives",
        "adoptedOn": "2025-05-16",
        "issuedOn": "2025-05-20",
        "issuedAt": "2025-05-20T02:00:00.000Z",
        "recordedAt": "2025-05-20T02:00:00.000Z",
        "classification": "open",
        "urgency": "none",
        "watchFrom": "2025-05-20T02:00:00.000Z",
        "force": "inForce",
        "issuers": [
          "government-party-committee"
        ],
        "findings": [
          {
            "code": "date-unknown",
            "message": "The day on which the directive was signed is not known.",
            "ref": "plan-8"
          }
        ],
        "implements": [],
        "changes": []
      }
    ],
    "next": "WyJ0…"
  },
  "get /directives/{id}": {
    "directive": "conclusion-1",
    "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
    "at": "2025-05-20T02:00:00.000Z",
    "tasks": [
      {
        "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
        "ref": "1-1",
        "clause": "1",
        "kind": "once",
        "unit": "government-party-committee",
        "accountable": [
          "government-party-committee"
        ],
        "lead": [
          "government-party-committee"
        ],
        "coordinating": [
          "national-assembly-party-committee"
        ],
        "state": "accepted",
        "dueAt": "2025-07-15T17:00:00.000Z",
        "deadlineClass": "doneInTime",
        "milestones": [],
        "escalatedTo": null,
        "says": {
          "due": {
            "bound": "by",
            "firmness": "firm",
            "on": "2025-06-30"
          }
        },
        "parent": null,
        "extensions": 1,
        "dates": [
          {
            "at": "2025-05-20T02:00:00.000Z",
            "from": "2025-06-30T17:00:00.000Z",
            "how": "extended",
            "order": null,
            "reason": null,
            "to": "2025-07-15T17:00:00.000Z"
          }
        ],
        "request": null,
        "passed": [
          {
            "act": "returned",
            "answeredAt": "2025-05-20T02:00:00.000Z",
            "at": "2025-05-20T02:00:00.000Z",
            "unit": "government-party-committee"
          }
        ],
        "children": [],
        "contributions": [
          {
            "at": "2025-05-20T02:00:00.000Z",
            "dueAt": null,
            "state": "given",
            "unit": "national-assembly-party-committee"
          }
        ],
        "decisions": [],
        "occurrences": []
      }
    ],
    "occurrences": [],
    "statistics": {
      "doneInTime": 1,
      "doneLate": 0,
      "openInTime": 0,
      "openOverdue": 0,
      "fellDue": 1,
      "percentDone": 100
    },
    "matters": [
      {
        "id": "bebc6650-d61b-51fd-8331-f68f30ec2014",
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "kind": "obstacle",
        "concerning": null,
        "from": "national-assembly-party-committee",
        "office": "standingUnit",
        "unit": "government-party-committee",
        "state": "answered",
        "refusedBecause": null,
        "receivedAt": "2025-05-20T02:00:00.000Z",
        "answerBy": "2025-06-03T17:00:00.000Z",
        "responseMissed": 0,
        "recommendedTo": null,
        "answeredAt": "2025-05-20T02:00:00.000Z",
        "handedOverFrom": null,
        "behalf": null,
        "repeats": null,
        "task": null,
        "subject": "Three districts have no rooms that are dry.",
        "answer": "They move in July.",
        "collective": true,
        "specialCare": false,
        "endangers": [],
        "consultations": [
          {
            "answeredAt": "2025-05-20T02:00:00.000Z",
            "askedAt": "2025-05-20T02:00:00.000Z",
            "by": "government-party-committee",
            "consultation": 1,
            "dueAt": "2025-05-30T17:00:00.000Z",
            "policy": null,
            "state": "answered",
            "unit": "national-assembly-party-committee"
          }
        ]
      }
    ],
    "formReports": [
      {
        "id": "89a2589d-dad8-5c19-b787-56af8b69140e",
        "form": "rooms",
        "edition": 1,
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
        "unit": "government-party-committee",
        "on": "2025-05-20",
        "values": {
          "damp": 40,
          "dry": 1200,
          "total": 1240
        },
        "written": [
          {
            "key": "total",
            "value": "1 240"
          }
        ],
        "corrections": 0,
        "filedAt": "2025-05-20T02:00:00.000Z",
        "changedAt": "2025-05-20T02:00:00.000Z"
      }
    ],
    "standingUnits": {
      "expected": [
        "government-party-committee"
      ],
      "setUp": [
        "government-party-committee"
      ],
      "missing": []
    },
    "successions": [],
    "figures": [],
    "coverage": [
      {
        "clause": "1",
        "unit": null,
        "name": null,
        "level": null,
        "state": "issued",
        "steps": 0,
        "through": null,
        "documents": [],
        "total": 1,
        "states": {
          "unassigned": 1
        }
      }
    ],
    "notComeDown": [
      {
        "clause": "1",
        "unit": null,
        "name": null,
        "level": null,
        "state": "issued",
        "steps": 0,
        "through": null,
        "documents": [],
        "total": 1,
        "states": {
          "unassigned": 1
        }
      }
    ],
    "counts": {
      "tasks": 2,
      "byState": {
        "accepted": 1,
        "unassigned": 1
      },
      "byDeadlineClass": {
        "doneInTime": 1,
        "none": 1
      },
      "byKind": {
        "once": 2
      },
      "matters": {
        "answered": 1
      },
      "standingUnits": {
        "expected": 1,
        "setUp": 1,
        "missing": 0
      }
    }
  },
  "get /directives/{id}/clauses": {
    "items": [
      {
        "ref": "1",
        "kind": "task-bearing",
        "text": "Put the archives of the former districts in order by 30 June.",
        "parent": null,
        "depth": 0,
        "due": null,
        "byReference": []
      }
    ],
    "next": null
  },
  "get /directives/{id}/coverage": {
    "items": [
      {
        "clause": "1",
        "unit": null,
        "name": null,
        "level": null,
        "state": "issued",
        "steps": 0,
        "through": null,
        "documents": [],
        "total": 1,
        "states": {
          "unassigned": 1
        }
      }
    ],
    "next": "WyJ0…"
  },
  "get /directives/{id}/findings": {
    "items": [
      {
        "code": "date-unknown",
        "message": "The day on which the directive was signed is not known.",
        "ref": "conclusion-1"
      }
    ],
    "next": "WyJ0…"
  },
  "get /directives/{id}/history": {
    "items": [
      {
        "at": "2025-05-16T02:00:00.000Z",
        "stream": "directive-725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "revision": 0,
        "type": "DirectiveIssued",
        "data": {
          "calendar": {
            "source": "reference-calendar-vn-working-days@0",
            "value": {
              "calendar": {
                "covers": {
                  "from": "2025-01-01",
                  "until": "2026-12-31"
                },
                "id": "vn-working-days",
                "name": {
                  "en": "Working days in Viet Nam",
                  "vi": "Ngày làm việc tại Việt Nam"
                },
                "version": 1,
                "weeklyDaysOff": [
                  6
                ]
              },
              "holidays": [
                {
                  "basis": "source",
                  "name": "New Year",
                  "on": "2025-01-01",
                  "source": "Labour Code 45/2019/QH14, Article 112"
                }
              ],
              "swappedWorkingDays": [
                {
                  "basis": "source",
                  "name": "Worked instead of 2 May",
                  "on": "2025-04-26",
                  "source": "Announced by the Ministry of Labour for public servants"
                }
              ]
            }
          },
          "document": {
            "clauses": [
              {
                "kind": "task-bearing",
                "ref": "1",
                "text": "Put the archives of the former districts in order by 30 June."
              }
            ],
            "directive": {
              "adoptedOn": "2025-05-16",
              "classification": "open",
              "effective": {
                "from": null,
                "until": null
              },
              "horizon": {
                "from": null,
                "until": null
              },
              "id": "conclusion-1",
              "issuedOn": null,
              "issuers": [
                "politburo"
              ],
              "language": "vi",
              "links": [],
              "number": "1-KL/TW",
              "signedOn": null,
              "title": "On archives",
              "type": "conclusion",
              "urgency": "none"
            },
            "standingUnits": {
              "createdBy": [
                "government-party-committee"
              ],
              "each": false,
              "functions": [
                "receive"
              ],
              "mandate": {
                "from": "issue",
                "inclusive": true,
                "until": "2025-10-31"
              }
            },
            "tasks": [
              {
                "accountable": [
                  "government-party-committee"
                ],
                "clause": "1",
                "coordinating": [
                  "national-assembly-party-committee"
                ],
                "due": {
                  "bound": "by",
                  "firmness": "firm",
                  "on": "2025-06-30"
                },
                "kind": "once",
                "lead": [
                  "government-party-committee"
                ],
                "leadBasis": "stated",
                "ref": "1-1",
                "reportsTo": [
                  "politburo"
                ],
                "statement": "Put the archives of the former districts in order.",
                "urgency": false
              }
            ]
          },
          "findings": [
            {
              "code": "date-unknown",
              "message": "The day on which the directive was signed is not known.",
              "ref": "conclusion-1"
            }
          ],
          "identity": {
            "number": "1-KL/TW",
            "registry": "politburo",
            "term": "13",
            "type": "conclusion"
          },
          "issuedAt": "2025-05-16T02:00:00.000Z",
          "issuedOn": "2025-05-16",
          "named": {
            "government-party-committee": {
              "complete": true,
              "kind": "unit",
              "members": [],
              "source": "unit-government-party-committee@0"
            },
            "national-assembly-party-committee": {
              "complete": true,
              "kind": "unit",
              "members": [],
              "source": "unit-national-assembly-party-committee@0"
            },
            "politburo": {
              "complete": true,
              "kind": "unit",
              "members": [],
              "source": "unit-politburo@0"
            }
          },
          "policy": {
            "source": "reference-policy-vn-party@0",
            "value": {
              "policy": {
                "id": "vn-party",
                "name": {
                  "en": "Party line, Viet Nam",
                  "vi": "Khối Đảng, Việt Nam"
                },
                "valid": {
                  "from": "2025-01-01",
                  "until": null
                },
                "version": 3,
                "zone": "Asia/Ho_Chi_Minh"
              },
              "rules": {
                "acknowledgementWorkingDays": {
                  "basis": "policy",
                  "note": "The directives do not speak of acknowledging; without a term silence would never be noticed.",
                  "value": 3
                },
                "byIncludesTheDay": {
                  "basis": "policy",
                  "note": "The texts say \"by 25 June\" and leave open whether the day itself still counts; here it does.",
                  "value": true
                },
                "consultationWorkingDays": {
                  "basis": "policy",
                  "note": "No text says how long a unit may take that is only consulted. Half of the response time, so that the answer can still be used.",
                  "value": 5
                },
                "dueSoonDays": {
                  "basis": "source",
                  "note": "Practice of such systems, not a rule of law.",
                  "source": "Public Vietnamese task-tracking software, which marks a task when three days or fewer are left",
                  "value": 3
                },
                "escalationGraceDays": {
                  "basis": "policy",
                  "note": "Only a missed firm date is escalated; an expected date that passes is shown as overdue and goes no further.",
                  "value": {
                    "expected": null,
                    "firm": 5,
                    "strive": null
                  }
                },
                "escalationOpens": {
                  "basis": "policy",
                  "note": "Write \"notice\" to tell the office only, without opening a matter.",
                  "value": "matter"
                },
                "escalationRoute": {
                  "basis": "policy",
                  "note": "That overdue tasks go to a standing unit is this project's own reading of 155-KL/TW, which does not speak of it.",
                  "value": [
                    "own-standing-unit"
                  ]
                },
                "handOverTo": {
                  "basis": "assumed",
                  "note": "155-KL/TW does not say who takes over; the committee that set the unit up stays responsible for its work.",
                  "value": "committee"
                },
                "milestoneReminders": {
                  "basis": "policy",
                  "note": "A milestone has a day of its own and is reminded of by the same ladder; no text speaks of it.",
                  "value": true
                },
                "quietHours": {
                  "basis": "policy",
                  "note": "A notice that falls due at night goes out in the morning.",
                  "value": {
                    "from": "21:00",
                    "until": "07:00"
                  }
                },
                "remindAt": {
                  "basis": "policy",
                  "note": "At the start of the working day, outside the quiet hours.",
                  "value": "08:00"
                },
                "reminderDaysBefore": {
                  "basis": "policy",
                  "note": "Firm dates are reminded of a week and three days before and on the day; expected ones once; aims never.",
                  "value": {
                    "expected": [
                      3
                    ],
                    "firm": [
                      7
                    ],
                    "strive": []
                  }
                },
                "responseWorkingDays": {
                  "basis": "assumed",
                  "note": "155-KL/TW states no response time. Ten working days are assumed, the span named for sorting petitions.",
                  "value": 10
                },
                "rollNonWorkingDay": {
                  "basis": "policy",
                  "note": "No text moves a deadline off a Sunday or a holiday; the date stands as written.",
                  "value": "none"
                },
                "severalLeads": {
                  "basis": "policy",
                  "note": "Until somebody names the chair, the task lies with the unit that received the assignment.",
                  "value": "first-accountable"
                },
                "sunsetNoticeDays": {
                  "basis": "policy",
                  "note": "Two weeks to answer or recommend what is still open.",
                  "value": 14
                },
                "terms": {
                  "basis": "assumed",
                  "note": "Congress terms of the central bodies. A term begins on the day after the congress closes; the closing days of the 13th and the 14th congress are assumed. Provincial terms differ and need a policy of their own.",
                  "value": [
                    {
                      "from": "2021-02-02",
                      "name": "13",
                      "until": "2026-01-23"
                    }
                  ]
                }
              }
            }
          },
          "watchFrom": "2025-05-16T02:00:00.000Z"
        },
        "actor": {
          "id": "local",
          "unit": "politburo",
          "capacity": "officer",
          "origin": "person"
        },
        "cause": "6d73a3f0-bee0-5527-b1b1-0d31149c3e63"
      }
    ],
    "next": null
  },
  "get /directives/{id}/standing-units": {
    "charter": {
      "committees": [
        "government-party-committee"
      ],
      "issuer": "politburo",
      "issuedAt": "2025-05-16T02:00:00.000Z",
      "fromOn": "issue",
      "untilOn": "2025-10-31",
      "handOverTo": "committee",
      "rules": {
        "zone": "Asia/Ho_Chi_Minh",
        "remindAt": "08:00",
        "quietHours": {
          "from": "21:00",
          "until": "07:00"
        },
        "sunsetNoticeDays": 14,
        "responseWorkingDays": 10,
        "calendar": {
          "id": "vn-working-days",
          "version": 1,
          "covers": {
            "from": "2025-01-01",
            "until": "2026-12-31"
          },
          "weeklyDaysOff": [
            6
          ],
          "holidays": [
            "2025-01-01"
          ],
          "swappedWorkingDays": [
            "2025-04-26"
          ]
        },
        "sources": {
          "policy": "reference-policy-vn-party@0",
          "calendar": "reference-calendar-vn-working-days@0"
        }
      }
    },
    "expected": [
      "government-party-committee"
    ],
    "answering": [
      "government-party-committee"
    ],
    "setUp": [
      {
        "standingUnitId": "0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "committee": "government-party-committee",
        "from": "2025-05-16T02:00:00.000Z",
        "until": "2025-10-31T17:00:00.000Z",
        "untilOn": "2025-10-31",
        "state": "working",
        "heir": "government-party-committee",
        "setUpAt": "2025-05-20T02:00:00.000Z"
      }
    ],
    "missing": []
  },
  "get /directives/{id}/tasks": {
    "items": [
      {
        "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
        "ref": "1-1",
        "clause": "1",
        "kind": "once",
        "unit": "government-party-committee",
        "accountable": [
          "government-party-committee"
        ],
        "lead": [
          "government-party-committee"
        ],
        "coordinating": [
          "national-assembly-party-committee"
        ],
        "state": "assigned",
        "dueAt": "2025-06-30T17:00:00.000Z",
        "deadlineClass": "inTime",
        "milestones": [],
        "escalatedTo": null,
        "says": {
          "due": {
            "bound": "by",
            "firmness": "firm",
            "on": "2025-06-30"
          }
        },
        "parent": null,
        "extensions": 0,
        "dates": [],
        "request": null,
        "passed": [],
        "children": [],
        "contributions": [],
        "decisions": [],
        "occurrences": [],
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "member": "whole",
        "assignment": 1,
        "submission": 0,
        "watchFrom": "2025-05-16T02:00:00.000Z",
        "decidedAt": null,
        "escalationLevel": 0,
        "statement": "Put the archives of the former districts in order.",
        "urgent": false,
        "started": false,
        "evidence": null,
        "lastReport": null
      }
    ],
    "next": null
  },
  "get /directives/{id}/would-move": {
    "items": [],
    "next": null
  },
  "get /exports/{id}": {
    "id": "e2513aaf-a720-5e48-81e7-4db5c26592fe",
    "kind": "late",
    "format": "csv",
    "askedAt": "2025-05-20T02:00:00.000Z",
    "until": "2025-05-21T02:00:00.000Z",
    "refusal": null,
    "state": "made",
    "file": {
      "name": "late-2025-05-20T02-00-00-000Z.csv",
      "bytes": 110,
      "sha256": "93e2d0232af475be9cecc0b19553722295997132e020faa9c81fdaa89c997632"
    }
  },
  "get /form-reports": {
    "items": [
      {
        "id": "89a2589d-dad8-5c19-b787-56af8b69140e",
        "form": "rooms",
        "edition": 1,
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
        "unit": "government-party-committee",
        "on": "2025-05-20",
        "values": {
          "damp": 40,
          "dry": 1200,
          "total": 1240
        },
        "written": [
          {
            "key": "total",
            "value": "1 240"
          }
        ],
        "corrections": 0,
        "filedAt": "2025-05-20T02:00:00.000Z",
        "changedAt": "2025-05-20T02:00:00.000Z"
      }
    ],
    "next": null
  },
  "get /form-reports/{id}": {
    "id": "89a2589d-dad8-5c19-b787-56af8b69140e",
    "form": "rooms",
    "edition": 1,
    "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
    "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
    "unit": "government-party-committee",
    "on": "2025-05-20",
    "values": {
      "damp": 40,
      "dry": 1200,
      "total": 1240
    },
    "written": [
      {
        "key": "total",
        "value": "1 240"
      }
    ],
    "corrections": 0,
    "filedAt": "2025-05-20T02:00:00.000Z",
    "changedAt": "2025-05-20T02:00:00.000Z"
  },
  "get /form-reports/{id}/history": {
    "items": [
      {
        "at": "2025-05-20T02:00:00.000Z",
        "stream": "formReport-89a2589d-dad8-5c19-b787-56af8b69140e",
        "revision": 0,
        "type": "FormReportFiled",
        "data": {
          "concerning": "693f6e2d-6696-5d46-a43c-5dff24289928",
          "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
          "edition": 1,
          "evidence": null,
          "formId": "rooms",
          "on": "2025-05-20",
          "source": "reference-form-rooms@0",
          "unit": "government-party-committee",
          "values": {
            "damp": 40,
            "dry": 1200,
            "total": 1240
          },
          "written": [
            {
              "key": "total",
              "value": "1 240"
            }
          ]
        },
        "actor": {
          "id": "local",
          "unit": "government-party-committee",
          "capacity": "officer",
          "origin": "person"
        },
        "cause": "e10ec2ac-4229-50f1-917e-cb22ab9875f7"
      }
    ],
    "next": null
  },
  "get /health": {
    "status": "ok",
    "head": "0000000000000099",
    "subscribers": [
      {
        "name": "alarm",
        "reached": "0000000000000099",
        "parked": [],
        "failing": null,
        "behind": false
      }
    ],
    "failedRings": 0,
    "lateSince": null,
    "deliveriesParked": false,
    "queue": "none",
    "skews": [],
    "rebuilds": [],
    "leases": [
      {
        "name": "account_v1",
        "epoch": 1,
        "holder": "sagas-1/7",
        "until": "2025-05-16T02:00:30.000Z"
      }
    ],
    "concerns": []
  },
  "get /health/degraded": {
    "status": "ok"
  },
  "get /health/live": {
    "status": "live"
  },
  "get /health/ready": {
    "status": "ready"
  },
  "get /inbox": {
    "items": [
      {
        "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
        "ref": "1-1",
        "clause": "1",
        "kind": "once",
        "unit": "government-party-committee",
        "accountable": [
          "government-party-committee"
        ],
        "lead": [
          "government-party-committee"
        ],
        "coordinating": [
          "national-assembly-party-committee"
        ],
        "state": "acknowledged",
        "dueAt": "2025-06-30T17:00:00.000Z",
        "deadlineClass": "inTime",
        "milestones": [],
        "escalatedTo": null,
        "says": {
          "due": {
            "bound": "by",
            "firmness": "firm",
            "on": "2025-06-30"
          }
        },
        "parent": null,
        "extensions": 0,
        "dates": [],
        "request": null,
        "passed": [],
        "children": [],
        "contributions": [],
        "decisions": [],
        "occurrences": [],
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "member": "whole",
        "assignment": 1,
        "submission": 0,
        "watchFrom": "2025-05-16T02:00:00.000Z",
        "decidedAt": null,
        "escalationLevel": 0,
        "statement": "Put the archives of the former districts in order.",
        "urgent": false,
        "started": false,
        "evidence": null,
        "lastReport": null
      }
    ],
    "next": null
  },
  "get /lookup/{id}": {
    "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
    "ref": "1-1",
    "clause": "1",
    "kind": "once",
    "unit": "government-party-committee",
    "accountable": [
      "government-party-committee"
    ],
    "lead": [
      "government-party-committee"
    ],
    "coordinating": [
      "national-assembly-party-committee"
    ],
    "state": "accepted",
    "dueAt": "2025-07-15T17:00:00.000Z",
    "deadlineClass": "doneInTime",
    "milestones": [],
    "escalatedTo": null,
    "says": {
      "due": {
        "bound": "by",
        "firmness": "firm",
        "on": "2025-06-30"
      }
    },
    "parent": null,
    "extensions": 1,
    "dates": [
      {
        "at": "2025-05-20T02:00:00.000Z",
        "from": "2025-06-30T17:00:00.000Z",
        "how": "extended",
        "order": null,
        "reason": null,
        "to": "2025-07-15T17:00:00.000Z"
      }
    ],
    "request": null,
    "passed": [
      {
        "act": "returned",
        "answeredAt": "2025-05-20T02:00:00.000Z",
        "at": "2025-05-20T02:00:00.000Z",
        "unit": "government-party-committee"
      }
    ],
    "children": [],
    "contributions": [
      {
        "at": "2025-05-20T02:00:00.000Z",
        "dueAt": null,
        "state": "given",
        "unit": "national-assembly-party-committee"
      }
    ],
    "decisions": [],
    "occurrences": [],
    "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
    "member": "whole",
    "assignment": 1,
    "submission": 2,
    "watchFrom": "2025-05-16T02:00:00.000Z",
    "decidedAt": "2025-05-20T02:00:00.000Z",
    "escalationLevel": 0,
    "statement": "Put the archives of the former districts in order.",
    "urgent": false,
    "started": false,
    "evidence": null,
    "lastReport": "All of it is in order."
  },
  "get /lookup/{id}/history": {
    "items": [
      {
        "at": "2025-05-16T02:00:00.000Z",
        "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
        "revision": 0,
        "type": "TaskAssigned",
        "data": {
          "assignment": 1,
          "escalation": {
            "committeeSource": "unit-government-party-committee@0",
            "opens": "matter",
            "path": [
              {
                "kind": "standingUnit",
                "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                "unit": "government-party-committee"
              }
            ]
          },
          "task": {
            "accountable": [
              "government-party-committee"
            ],
            "acknowledgeBy": {
              "covered": true,
              "daysOff": [
                "2025-05-17"
              ],
              "endsAt": "2025-05-21T17:00:00.000Z",
              "from": "2025-05-16",
              "sources": {
                "calendar": "reference-calendar-vn-working-days@0",
                "policy": "reference-policy-vn-party@0"
              },
              "workingDays": 3,
              "zone": "Asia/Ho_Chi_Minh"
            },
            "after": [],
            "clause": "1",
            "coordinating": [
              "national-assembly-party-committee"
            ],
            "deadline": {
              "derivation": {
                "byIncludesTheDay": true,
                "covered": true,
                "daysOff": [],
                "dueSoonDays": 3,
                "graceDays": 5,
                "quietHours": {
                  "from": "21:00",
                  "until": "07:00"
                },
                "remindAt": "08:00",
                "remindDaysBefore": [
                  7
                ],
                "roll": "none",
                "says": {
                  "bound": "by",
                  "firmness": "firm",
                  "on": "2025-06-30"
                },
                "sources": {
                  "calendar": "reference-calendar-vn-working-days@0",
                  "policy": "reference-policy-vn-party@0"
                },
                "zone": "Asia/Ho_Chi_Minh"
              },
              "dueAt": "2025-06-30T17:00:00.000Z",
              "dueSoonAt": "2025-06-27T17:00:00.000Z",
              "firmness": "firm",
              "lastDay": "2025-06-30",
              "rungs": [
                {
                  "at": "2025-06-23T01:00:00.000Z",
                  "kind": "reminder"
                }
              ]
            },
            "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
            "directs": [],
            "inForceUntil": null,
            "issuers": [
              "politburo"
            ],
            "kind": "once",
            "lead": [
              "government-party-committee"
            ],
            "member": "whole",
            "milestones": [],
            "output": null,
            "quiet": {
              "hours": {
                "from": "21:00",
                "until": "07:00"
              },
              "zone": "Asia/Ho_Chi_Minh"
            },
            "ref": "1-1",
            "reportsTo": [
              "politburo"
            ],
            "statement": "Put the archives of the former districts in order.",
            "unit": "government-party-committee",
            "urgent": false
          },
          "watchFrom": "2025-05-16T02:00:00.000Z"
        },
        "actor": {
          "id": "fan-out",
          "unit": "edict",
          "capacity": "saga",
          "origin": "saga"
        },
        "cause": "af3a0ef0-fb87-52a2-bffc-cfe94bb8a4a9"
      }
    ],
    "next": "WyJ0…"
  },
  "get /lookup/{id}/who": {
    "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
    "on": "2025-05-20",
    "accountable": [
      "government-party-committee"
    ],
    "lead": [
      "government-party-committee"
    ],
    "coordinating": [
      "national-assembly-party-committee"
    ],
    "successorOf": []
  },
  "get /matters": {
    "items": [
      {
        "id": "bebc6650-d61b-51fd-8331-f68f30ec2014",
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "kind": "obstacle",
        "concerning": null,
        "from": "national-assembly-party-committee",
        "office": "standingUnit",
        "unit": "government-party-committee",
        "state": "answered",
        "refusedBecause": null,
        "receivedAt": "2025-05-20T02:00:00.000Z",
        "answerBy": "2025-06-03T17:00:00.000Z",
        "responseMissed": 0,
        "recommendedTo": null,
        "answeredAt": "2025-05-20T02:00:00.000Z",
        "handedOverFrom": null,
        "behalf": null,
        "repeats": null,
        "task": null,
        "subject": "Three districts have no rooms that are dry.",
        "answer": "They move in July.",
        "collective": true,
        "specialCare": false,
        "endangers": [],
        "consultations": [
          {
            "answeredAt": "2025-05-20T02:00:00.000Z",
            "askedAt": "2025-05-20T02:00:00.000Z",
            "by": "government-party-committee",
            "consultation": 1,
            "dueAt": "2025-05-30T17:00:00.000Z",
            "policy": null,
            "state": "answered",
            "unit": "national-assembly-party-committee"
          }
        ]
      }
    ],
    "next": null
  },
  "get /matters/{id}": {
    "id": "bebc6650-d61b-51fd-8331-f68f30ec2014",
    "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
    "kind": "obstacle",
    "concerning": null,
    "from": "national-assembly-party-committee",
    "office": "standingUnit",
    "unit": "government-party-committee",
    "state": "answered",
    "refusedBecause": null,
    "receivedAt": "2025-05-20T02:00:00.000Z",
    "answerBy": "2025-06-03T17:00:00.000Z",
    "responseMissed": 0,
    "recommendedTo": null,
    "answeredAt": "2025-05-20T02:00:00.000Z",
    "handedOverFrom": null,
    "behalf": null,
    "repeats": null,
    "task": null,
    "subject": "Three districts have no rooms that are dry.",
    "answer": "They move in July.",
    "collective": true,
    "specialCare": false,
    "endangers": [],
    "consultations": [
      {
        "answeredAt": "2025-05-20T02:00:00.000Z",
        "askedAt": "2025-05-20T02:00:00.000Z",
        "by": "government-party-committee",
        "consultation": 1,
        "dueAt": "2025-05-30T17:00:00.000Z",
        "policy": null,
        "state": "answered",
        "unit": "national-assembly-party-committee"
      }
    ]
  },
  "get /notices": {
    "items": [
      {
        "notificationId": "f387d679-27fc-5492-8aa8-b86ea331681f",
        "unit": "government-party-committee",
        "notice": "consultation-answered",
        "about": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "requestedAt": "2025-05-20T02:00:00.000Z",
        "releaseAt": "2025-05-20T02:00:00.000Z"
      }
    ],
    "next": "WyJ0…"
  },
  "get /offices": [
    {
      "officeId": "837713ff-eb8b-50a4-8962-914788cc3ced",
      "unit": "government-party-committee",
      "capacity": "officer",
      "title": "\"Chief of office\"",
      "closedAt": null
    }
  ],
  "get /offices/{id}": {
    "unit": "government-party-committee",
    "capacity": "officer",
    "appointments": [
      {
        "account": "13585a5b-131c-5397-8cc1-79f469bc92b1",
        "appointment": 1,
        "as": "holder",
        "from": "2025-05-20T02:00:00.000Z",
        "until": null
      }
    ],
    "closed": false
  },
  "get /offices/{id}/history": [
    {
      "at": "2025-05-20T02:00:00.000Z",
      "stream": "office-837713ff-eb8b-50a4-8962-914788cc3ced",
      "revision": 0,
      "type": "OfficeEstablished",
      "data": {
        "capacity": "officer",
        "title": "Chief of office",
        "unit": "government-party-committee"
      },
      "actor": {
        "id": "local",
        "unit": "installation",
        "capacity": "administrator",
        "origin": "person"
      },
      "cause": "7183b4a6-c138-5703-8a65-1261cadc0b5f"
    }
  ],
  "get /references": {
    "items": [
      {
        "editionId": "calendar-vn-working-days@1",
        "kind": "calendar",
        "referenceId": "vn-working-days",
        "edition": 1,
        "validFrom": "2025-01-01",
        "validUntil": "2026-12-31",
        "publishedAt": "2025-05-16T02:00:00.000Z"
      }
    ],
    "next": "WyJ0…"
  },
  "get /reports/{kind}": {
    "report": "form",
    "asOf": "2025-05-20T02:00:00.000Z",
    "directiveId": null,
    "unit": null,
    "rounding": "half-up-1",
    "calendars": [],
    "formulas": [
      "form@1"
    ],
    "figures": {
      "form": "rooms",
      "on": "2025-05-20",
      "edition": 1,
      "filled": 1,
      "units": [
        "government-party-committee"
      ],
      "lines": [
        {
          "key": "total",
          "name": "Rooms",
          "parts": [
            "dry"
          ],
          "total": 1240
        }
      ]
    },
    "sheets": [
      {
        "name": "Form",
        "columns": [
          {
            "key": "unit",
            "title": "Unit"
          }
        ],
        "rows": [
          {
            "unit": "government-party-committee",
            "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
            "edition": 1,
            "corrections": 0,
            "value.total": 1240,
            "value.dry": 1200,
            "value.damp": 40
          }
        ]
      }
    ]
  },
  "get /search": {
    "items": [
      {
        "kind": "directive",
        "id": "2828ad45-6ec0-5288-9f6a-43678c238912",
        "directiveId": "2828ad45-6ec0-5288-9f6a-43678c238912",
        "title": "On archives"
      }
    ],
    "next": null
  },
  "get /sessions": [],
  "get /standing-units": {
    "items": [
      {
        "standingUnitId": "0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
        "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
        "committee": "government-party-committee",
        "from": "2025-05-16T02:00:00.000Z",
        "until": "2025-10-31T17:00:00.000Z",
        "untilOn": "2025-10-31",
        "state": "working",
        "heir": "government-party-committee",
        "setUpAt": "2025-05-20T02:00:00.000Z"
      }
    ],
    "next": null
  },
  "get /statistics": {
    "at": "2025-05-20T02:00:00.000Z",
    "formula": "statistics@1",
    "rounding": "half-up-1",
    "doneInTime": 1,
    "doneLate": 0,
    "openInTime": 3,
    "openOverdue": 0,
    "fellDue": 1,
    "percentDone": 100
  },
  "get /streams/{stream}": {
    "items": [
      {
        "at": "2025-05-16T02:00:00.000Z",
        "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
        "revision": 0,
        "type": "TaskAssigned",
        "data": {
          "assignment": 1,
          "escalation": {
            "committeeSource": "unit-government-party-committee@0",
            "opens": "matter",
            "path": [
              {
                "kind": "standingUnit",
                "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                "unit": "government-party-committee"
              }
            ]
          },
          "task": {
            "accountable": [
              "government-party-committee"
            ],
            "acknowledgeBy": {
              "covered": true,
              "daysOff": [
                "2025-05-17"
              ],
              "endsAt": "2025-05-21T17:00:00.000Z",
              "from": "2025-05-16",
              "sources": {
                "calendar": "reference-calendar-vn-working-days@0",
                "policy": "reference-policy-vn-party@0"
              },
              "workingDays": 3,
              "zone": "Asia/Ho_Chi_Minh"
            },
            "after": [],
            "clause": "1",
            "coordinating": [
              "national-assembly-party-committee"
            ],
            "deadline": {
              "derivation": {
                "byIncludesTheDay": true,
                "covered": true,
                "daysOff": [],
                "dueSoonDays": 3,
                "graceDays": 5,
                "quietHours": {
                  "from": "21:00",
                  "until": "07:00"
                },
                "remindAt": "08:00",
                "remindDaysBefore": [
                  7
                ],
                "roll": "none",
                "says": {
                  "bound": "by",
                  "firmness": "firm",
                  "on": "2025-06-30"
                },
                "sources": {
                  "calendar": "reference-calendar-vn-working-days@0",
                  "policy": "reference-policy-vn-party@0"
                },
                "zone": "Asia/Ho_Chi_Minh"
              },
              "dueAt": "2025-06-30T17:00:00.000Z",
              "dueSoonAt": "2025-06-27T17:00:00.000Z",
              "firmness": "firm",
              "lastDay": "2025-06-30",
              "rungs": [
                {
                  "at": "2025-06-23T01:00:00.000Z",
                  "kind": "reminder"
                }
              ]
            },
            "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
            "directs": [],
            "inForceUntil": null,
            "issuers": [
              "politburo"
            ],
            "kind": "once",
            "lead": [
              "government-party-committee"
            ],
            "member": "whole",
            "milestones": [],
            "output": null,
            "quiet": {
              "hours": {
                "from": "21:00",
                "until": "07:00"
              },
              "zone": "Asia/Ho_Chi_Minh"
            },
            "ref": "1-1",
            "reportsTo": [
              "politburo"
            ],
            "statement": "Put the archives of the former districts in order.",
            "unit": "government-party-committee",
            "urgent": false
          },
          "watchFrom": "2025-05-16T02:00:00.000Z"
        },
        "actor": {
          "id": "fan-out",
          "unit": "edict",
          "capacity": "saga",
          "origin": "saga"
        },
        "cause": "af3a0ef0-fb87-52a2-bffc-cfe94bb8a4a9"
      }
    ],
    "next": "WyJ0…"
  },
  "get /successions": [],
  "get /tasks": {
    "items": [
      {
        "id": "f70f4c27-56b5-5e65-8b23-bfae316c2796",
        "ref": "1-1",
        "clause": "1",
        "kind": "once",
        "unit": "government-party-committee",
        "accountable": [
          "government-party-committee"
        ],
        "lead": [
          "government-party-committee"
        ],
        "coordinating": [
          "national-assembly-party-committee"
        ],
        "state": "assigned",
        "dueAt": "2025-06-30T17:00:00.000Z",
        "deadlineClass": "inTime",
        "milestones": [],
        "escalatedTo": null,
        "says": {
          "due": {
            "bound": "by",
            "firmness": "firm",
            "on": "2025-06-30"
          }
        },
        "parent": null,
        "extensions": 0,
        "dates": [],
        "request": null,
        "passed": [],
        "children": [],
        "contributions": [],
        "decisions": [],
        "occurrences": [],
        "directiveId": "294d6c2d-01b2-59e6-83fd-2eb3fa5560ef",
        "member": "whole",
        "assignment": 1,
        "submission": 0,
        "watchFrom": "2025-05-20T02:00:00.000Z",
        "decidedAt": null,
        "escalationLevel": 0,
        "statement": "Put the archives of the former districts in order.",
        "urgent": false,
        "started": false,
        "evidence": null,
        "lastReport": null
      }
    ],
    "next": "WyJ0…"
  },
  "get /tasks/{id}": {
    "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
    "ref": "1-1",
    "clause": "1",
    "kind": "once",
    "unit": "government-party-committee",
    "accountable": [
      "government-party-committee"
    ],
    "lead": [
      "government-party-committee"
    ],
    "coordinating": [
      "national-assembly-party-committee"
    ],
    "state": "accepted",
    "dueAt": "2025-07-15T17:00:00.000Z",
    "deadlineClass": "doneInTime",
    "milestones": [],
    "escalatedTo": null,
    "says": {
      "due": {
        "bound": "by",
        "firmness": "firm",
        "on": "2025-06-30"
      }
    },
    "parent": null,
    "extensions": 1,
    "dates": [
      {
        "at": "2025-05-20T02:00:00.000Z",
        "from": "2025-06-30T17:00:00.000Z",
        "how": "extended",
        "order": null,
        "reason": null,
        "to": "2025-07-15T17:00:00.000Z"
      }
    ],
    "request": null,
    "passed": [
      {
        "act": "returned",
        "answeredAt": "2025-05-20T02:00:00.000Z",
        "at": "2025-05-20T02:00:00.000Z",
        "unit": "government-party-committee"
      }
    ],
    "children": [],
    "contributions": [
      {
        "at": "2025-05-20T02:00:00.000Z",
        "dueAt": null,
        "state": "given",
        "unit": "national-assembly-party-committee"
      }
    ],
    "decisions": [],
    "occurrences": [],
    "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
    "member": "whole",
    "assignment": 1,
    "submission": 2,
    "watchFrom": "2025-05-16T02:00:00.000Z",
    "decidedAt": "2025-05-20T02:00:00.000Z",
    "escalationLevel": 0,
    "statement": "Put the archives of the former districts in order.",
    "urgent": false,
    "started": false,
    "evidence": null,
    "lastReport": "All of it is in order."
  },
  "get /tasks/{id}/chain": {
    "up": {
      "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
      "directive": "1-KL/TW",
      "issuers": [
        "politburo"
      ],
      "clause": "1",
      "text": "Put the archives of the former districts in order by 30 June.",
      "tasks": [],
      "up": []
    },
    "down": {
      "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
      "directive": "1-KL/TW",
      "clause": "1",
      "task": {
        "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
        "ref": "1-1",
        "unit": "government-party-committee",
        "state": "accepted",
        "dueAt": "2025-07-15T17:00:00.000Z"
      },
      "down": []
    }
  },
  "get /tasks/{id}/history": {
    "items": [
      {
        "at": "2025-05-16T02:00:00.000Z",
        "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
        "revision": 0,
        "type": "TaskAssigned",
        "data": {
          "assignment": 1,
          "escalation": {
            "committeeSource": "unit-government-party-committee@0",
            "opens": "matter",
            "path": [
              {
                "kind": "standingUnit",
                "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                "unit": "government-party-committee"
              }
            ]
          },
          "task": {
            "accountable": [
              "government-party-committee"
            ],
            "acknowledgeBy": {
              "covered": true,
              "daysOff": [
                "2025-05-17"
              ],
              "endsAt": "2025-05-21T17:00:00.000Z",
              "from": "2025-05-16",
              "sources": {
                "calendar": "reference-calendar-vn-working-days@0",
                "policy": "reference-policy-vn-party@0"
              },
              "workingDays": 3,
              "zone": "Asia/Ho_Chi_Minh"
            },
            "after": [],
            "clause": "1",
            "coordinating": [
              "national-assembly-party-committee"
            ],
            "deadline": {
              "derivation": {
                "byIncludesTheDay": true,
                "covered": true,
                "daysOff": [],
                "dueSoonDays": 3,
                "graceDays": 5,
                "quietHours": {
                  "from": "21:00",
                  "until": "07:00"
                },
                "remindAt": "08:00",
                "remindDaysBefore": [
                  7
                ],
                "roll": "none",
                "says": {
                  "bound": "by",
                  "firmness": "firm",
                  "on": "2025-06-30"
                },
                "sources": {
                  "calendar": "reference-calendar-vn-working-days@0",
                  "policy": "reference-policy-vn-party@0"
                },
                "zone": "Asia/Ho_Chi_Minh"
              },
              "dueAt": "2025-06-30T17:00:00.000Z",
              "dueSoonAt": "2025-06-27T17:00:00.000Z",
              "firmness": "firm",
              "lastDay": "2025-06-30",
              "rungs": [
                {
                  "at": "2025-06-23T01:00:00.000Z",
                  "kind": "reminder"
                }
              ]
            },
            "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
            "directs": [],
            "inForceUntil": null,
            "issuers": [
              "politburo"
            ],
            "kind": "once",
            "lead": [
              "government-party-committee"
            ],
            "member": "whole",
            "milestones": [],
            "output": null,
            "quiet": {
              "hours": {
                "from": "21:00",
                "until": "07:00"
              },
              "zone": "Asia/Ho_Chi_Minh"
            },
            "ref": "1-1",
            "reportsTo": [
              "politburo"
            ],
            "statement": "Put the archives of the former districts in order.",
            "unit": "government-party-committee",
            "urgent": false
          },
          "watchFrom": "2025-05-16T02:00:00.000Z"
        },
        "actor": {
          "id": "fan-out",
          "unit": "edict",
          "capacity": "saga",
          "origin": "saga"
        },
        "cause": "af3a0ef0-fb87-52a2-bffc-cfe94bb8a4a9"
      }
    ],
    "next": "WyJ0…"
  },
  "get /tokens": [
    {
      "id": "local",
      "name": "tests",
      "until": null,
      "revoked": false,
      "reading": false
    }
  ],
  "get /units": {
    "items": [
      {
        "unitId": "bac-kan-agencies-and-units",
        "kind": "group",
        "level": "province",
        "parent": null,
        "size": null,
        "names": {
          "en": "Corresponding agencies and units of Bac Kan",
          "ru": "Учреждения и подразделения Баккана",
          "vi": "các cơ quan, đơn vị tương ứng tỉnh Bắc Kạn"
        },
        "aliases": [],
        "oneOf": [],
        "membership": [],
        "successors": []
      }
    ],
    "next": "WyJ0…"
  },
  "get /units/{id}": {
    "unitId": "government-party-committee",
    "kind": "unit",
    "level": "central",
    "parent": "central-committee",
    "size": null,
    "names": {
      "en": "Government Party Committee",
      "ru": "Партийный комитет Правительства",
      "vi": "Đảng ủy Chính phủ"
    },
    "aliases": [],
    "oneOf": [],
    "membership": [],
    "successors": []
  },
  "get /units/{id}/subscriptions": [
    {
      "subscription": "ccee5538-a5e8-5cd8-b8b5-c234a47cab57",
      "channel": "mail",
      "language": "vi",
      "ended": false,
      "address": "office@government.example"
    }
  ],
  "get /webhooks/key": {
    "publicKey": "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
  },
  "post /accounts": {
    "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
    "revision": 0,
    "position": "account-13585a5b-131c-5397-8cc1-79f469bc92b1@0",
    "id": "13585a5b-131c-5397-8cc1-79f469bc92b1",
    "invitation": "jX3…"
  },
  "post /accounts/{id}/grants": {
    "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
    "revision": 1,
    "position": "account-13585a5b-131c-5397-8cc1-79f469bc92b1@1"
  },
  "post /accounts/{id}/invite": {
    "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
    "revision": 2,
    "position": "account-13585a5b-131c-5397-8cc1-79f469bc92b1@2",
    "invitation": "jX3…"
  },
  "post /directives": {
    "stream": "directive-725db1b3-cb8c-53af-8201-5fa8a2537cdc",
    "revision": 0,
    "position": "directive-725db1b3-cb8c-53af-8201-5fa8a2537cdc@0"
  },
  "post /directives/check": {
    "ok": true,
    "errors": [],
    "findings": [
      {
        "code": "date-unknown",
        "ref": "conclusion-1",
        "message": "The day on which the directive was signed is not known."
      }
    ],
    "counts": {
      "clauses": 1,
      "tasks": 2,
      "byKind": {
        "once": 2,
        "standing": 0,
        "periodic": 0,
        "until": 0,
        "conditional": 0
      },
      "dated": 1,
      "urgent": 1,
      "noLead": 1,
      "severalLeads": 0
    }
  },
  "post /directives/{id}/change": {
    "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
    "revision": 4,
    "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@4"
  },
  "post /directives/{id}/confirm-deadlines": {
    "position": "",
    "confirmed": 0,
    "refused": 0,
    "items": []
  },
  "post /directives/{id}/implement": {
    "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
    "revision": 1,
    "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@1"
  },
  "post /directives/{id}/standing-units": {
    "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
    "revision": 0,
    "position": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0@0"
  },
  "post /directives/{id}/tasks": {
    "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
    "revision": 2,
    "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@2"
  },
  "post /directives/{id}/withdraw-implementation": {
    "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
    "revision": 3,
    "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@3"
  },
  "post /exports": {
    "id": "e2513aaf-a720-5e48-81e7-4db5c26592fe",
    "kind": "late",
    "format": "csv",
    "askedAt": "2025-05-20T02:00:00.000Z",
    "until": "2025-05-21T02:00:00.000Z",
    "refusal": null,
    "state": "asked",
    "file": null
  },
  "post /matters": {
    "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
    "revision": 0,
    "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@0"
  },
  "post /matters/{id}/answer": {
    "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
    "revision": 5,
    "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@5"
  },
  "post /matters/{id}/answer-consultation": {
    "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
    "revision": 4,
    "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@4"
  },
  "post /matters/{id}/consult": {
    "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
    "revision": 3,
    "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@3"
  },
  "post /matters/{id}/direct": {
    "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
    "revision": 1,
    "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@1"
  },
  "post /matters/{id}/mark": {
    "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
    "revision": 2,
    "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@2"
  },
  "post /offices": {
    "stream": "office-837713ff-eb8b-50a4-8962-914788cc3ced",
    "revision": 0,
    "position": "office-837713ff-eb8b-50a4-8962-914788cc3ced@0"
  },
  "post /offices/{id}/appointments": {
    "stream": "office-837713ff-eb8b-50a4-8962-914788cc3ced",
    "revision": 1,
    "position": "office-837713ff-eb8b-50a4-8962-914788cc3ced@1"
  },
  "post /references": {
    "stream": "reference-form-rooms",
    "revision": 0,
    "position": "reference-form-rooms@0"
  },
  "post /rehearsals": {
    "title": "On archives",
    "number": "1-KL/TW",
    "from": "2025-05-16",
    "until": "2025-07-31",
    "rules": {
      "policyId": "vn-party",
      "policyVersion": 3,
      "calendarId": "vn-working-days",
      "calendarVersion": 1,
      "zone": "Asia/Ho_Chi_Minh"
    },
    "units": 148,
    "steps": [
      {
        "at": "2025-05-15T17:00:00.000Z",
        "type": "DirectiveIssued",
        "refs": [],
        "units": [],
        "count": 1,
        "told": [],
        "offices": [],
        "code": null
      }
    ],
    "deadlines": [
      {
        "ref": "1-1",
        "kind": "once",
        "dueAt": "2025-06-30T17:00:00.000Z",
        "milestone": null,
        "derivation": {
          "byIncludesTheDay": true,
          "covered": true,
          "daysOff": [],
          "dueSoonDays": 3,
          "graceDays": 5,
          "quietHours": {
            "from": "21:00",
            "until": "07:00"
          },
          "remindAt": "08:00",
          "remindDaysBefore": [
            7
          ],
          "roll": "none",
          "says": {
            "bound": "by",
            "firmness": "firm",
            "on": "2025-06-30"
          },
          "sources": {
            "calendar": "reference-calendar-vn-working-days@0",
            "policy": "reference-policy-vn-party@0"
          },
          "zone": "Asia/Ho_Chi_Minh"
        },
        "count": 1
      }
    ],
    "mandateUntil": "2025-10-31",
    "counts": {
      "tasks": 2,
      "byState": {
        "assigned": 1,
        "unassigned": 1
      },
      "byDeadlineClass": {
        "none": 1,
        "overdue": 1
      },
      "byKind": {
        "once": 2
      },
      "matters": {
        "received": 1,
        "refused": 2
      },
      "standingUnits": {
        "expected": 1,
        "setUp": 0,
        "missing": 1
      }
    },
    "refusals": [],
    "findings": [
      {
        "code": "date-unknown",
        "ref": "conclusion-1",
        "message": "The day on which the directive was signed is not known."
      }
    ]
  },
  "post /tasks/{id}/accept": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 10,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@10"
  },
  "post /tasks/{id}/acknowledge": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 1,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@1"
  },
  "post /tasks/{id}/ask-contribution": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 3,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@3"
  },
  "post /tasks/{id}/contribute": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 4,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@4"
  },
  "post /tasks/{id}/forms": {
    "stream": "formReport-89a2589d-dad8-5c19-b787-56af8b69140e",
    "revision": 0,
    "position": "formReport-89a2589d-dad8-5c19-b787-56af8b69140e@0"
  },
  "post /tasks/{id}/grant-extension": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 6,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@6"
  },
  "post /tasks/{id}/report": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 2,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@2"
  },
  "post /tasks/{id}/request-extension": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 5,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@5"
  },
  "post /tasks/{id}/return": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 8,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@8"
  },
  "post /tasks/{id}/submit": {
    "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
    "revision": 7,
    "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@7"
  },
  "post /tokens": {
    "stream": "account-local",
    "revision": 2,
    "position": "account-local@2",
    "id": "9d3ceab3-50e9-564c-af57-f19a96442da7",
    "secret": "edict_Zt5…"
  },
  "post /units": {
    "position": "unit-ministry-of-home-affairs@0",
    "units": [
      {
        "stream": "unit-ministry-of-home-affairs",
        "revision": 0,
        "position": "unit-ministry-of-home-affairs@0"
      }
    ]
  },
  "post /units/{id}/subscriptions": {
    "stream": "subscription-government-party-committee",
    "revision": 0,
    "position": "subscription-government-party-committee@0",
    "subscription": "ccee5538-a5e8-5cd8-b8b5-c234a47cab57",
    "calendar": null
  }
};
